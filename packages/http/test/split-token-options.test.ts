import { describe, expect, expectTypeOf, it } from "vitest";
import { type CachedTokenOptions, type ClientOptions, splitTokenOptions } from "../src/index.js";

describe("options of a token source", () => {
  it("are sorted into those of the cache and those of the client", () => {
    const cache: Required<CachedTokenOptions> = {
      clock: { now: () => 0 },
      minTtlMs: 1,
      refreshAheadMs: 2,
      store: new Map<string, unknown>(),
      storeKey: "ada",
      storeTimeoutMs: 3,
    };
    const rest = { baseUrl: "https://api.example.com", retry: false, clientId: "fake" } as const;
    const split = splitTokenOptions({ ...cache, ...rest });
    expect(split).toEqual({ cache, rest });
  });

  it("need not be there", () => {
    expect(splitTokenOptions({})).toEqual({ cache: {}, rest: {} });
  });

  it("are told apart by their types", () => {
    const options: ClientOptions & CachedTokenOptions & { readonly clientId: string } = {
      clientId: "fake",
    };
    const { cache, rest } = splitTokenOptions(options);
    expectTypeOf(cache).toEqualTypeOf<CachedTokenOptions>();
    expectTypeOf(rest).not.toHaveProperty("store");
    expectTypeOf(rest).toExtend<ClientOptions>();
    expectTypeOf(rest.clientId).toBeString();
  });
});
