import { describe, expect, it, vi } from "vitest";
import { type CachedTokenOptions, cachedToken, type Token, type TokenStore } from "../src/index.js";
import { fakeClock, settled } from "./clock.js";

const MINUTE = 60_000;

/** A source on a clock of its own, whose fetches give token-1, token-2, … valid for ten minutes. */
function source(options: CachedTokenOptions & { readonly ttlMs?: number } = {}) {
  const clock = fakeClock();
  const { ttlMs = 10 * MINUTE, ...rest } = options;
  let count = 0;
  const fetchToken = vi.fn(async (): Promise<string | Token> => {
    count += 1;
    return { value: `token-${count}`, expiresAt: new Date(clock.now() + ttlMs) };
  });
  const ask = cachedToken(fetchToken, { clock, ...rest });
  return { ask, fetchToken, clock, value: async () => (await ask()).value };
}

/** A promise that is settled from outside. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}

describe("a cached token", () => {
  it("is fetched when first asked for, and kept", async () => {
    const { value, fetchToken } = source();
    expect(fetchToken).not.toHaveBeenCalled();
    expect([await value(), await value()]).toEqual(["token-1", "token-1"]);
    expect(fetchToken).toHaveBeenCalledOnce();
  });

  it("without an expiry is kept for ever, a bare string too", async () => {
    const clock = fakeClock();
    const fetchToken = vi.fn(() => "plain");
    const ask = cachedToken(fetchToken, { clock });
    await ask();
    await clock.advance(1e12);
    expect(await ask()).toEqual({ value: "plain" });
    expect(fetchToken).toHaveBeenCalledOnce();
  });

  it("close to its expiry is given out while a new one is fetched in the background", async () => {
    const { value, clock, fetchToken } = source();
    await value();
    await clock.advance(9 * MINUTE - 1);
    expect(await value()).toBe("token-1");
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await clock.advance(1);
    expect([await value(), await value()]).toEqual(["token-1", "token-1"]);
    expect(fetchToken).toHaveBeenCalledTimes(2);
    await settled();
    expect(await value()).toBe("token-2");
  });

  it("too close to its expiry is not given out: callers wait for the new one", async () => {
    const { value, clock } = source();
    await value();
    await clock.advance(10 * MINUTE - 5_001);
    expect(await value()).toBe("token-1");
    const later = source();
    await later.value();
    await later.clock.advance(10 * MINUTE - 5_000);
    expect(await later.value()).toBe("token-2");
  });

  it("has its times from the options", async () => {
    const { value, clock, fetchToken } = source({ refreshAheadMs: 2_000, minTtlMs: 1_000 });
    await value();
    await clock.advance(10 * MINUTE - 2_001);
    await value();
    expect(fetchToken).toHaveBeenCalledTimes(1);
    await clock.advance(1);
    expect(await value()).toBe("token-1");
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it("is fetched once for any number of callers", async () => {
    const { value, fetchToken } = source();
    const values = await Promise.all(Array.from({ length: 1000 }, value));
    expect(new Set(values)).toEqual(new Set(["token-1"]));
    expect(fetchToken).toHaveBeenCalledOnce();
  });
});

describe("a failed fetch", () => {
  it("reaches all who wait for it, and is not kept", async () => {
    const { ask, value, fetchToken } = source();
    fetchToken.mockRejectedValueOnce(new Error("down"));
    const round = await Promise.allSettled(Array.from({ length: 1000 }, () => ask()));
    expect(round.every(({ status }) => status === "rejected")).toBe(true);
    expect(fetchToken).toHaveBeenCalledOnce();
    expect(await value()).toBe("token-1");
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it("in the background is silent; the old token stays in use, and the next caller tries again", async () => {
    const { value, clock, fetchToken } = source();
    await value();
    await clock.advance(9 * MINUTE);
    fetchToken.mockRejectedValueOnce(new Error("down"));
    expect(await value()).toBe("token-1");
    await settled();
    expect(await value()).toBe("token-1");
    await settled();
    expect(await value()).toBe("token-2");
  });
});

describe("a refused token", () => {
  it("is replaced once for all whom it was refused", async () => {
    const { ask, fetchToken } = source();
    const { value: rejected } = await ask();
    const fresh = await Promise.all(Array.from({ length: 1000 }, () => ask({ rejected })));
    expect(new Set(fresh.map(({ value }) => value))).toEqual(new Set(["token-2"]));
    expect(fetchToken).toHaveBeenCalledTimes(2);
    expect(fetchToken.mock.calls).toStrictEqual([[{}], [{ rejected: "token-1" }]]);
  });

  it("that has been replaced meanwhile is not fetched again", async () => {
    const { ask, fetchToken } = source();
    await ask();
    await ask({ rejected: "token-1" });
    expect((await ask({ rejected: "token-1" })).value).toBe("token-2");
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it("does not wait for a fetch that began for another reason and may bring it back", async () => {
    const { ask, value, clock, fetchToken } = source();
    await ask();
    await clock.advance(9 * MINUTE);
    const slow = deferred<string>();
    fetchToken.mockReturnValueOnce(slow.promise);
    expect(await value()).toBe("token-1");
    expect((await ask({ rejected: "token-1" })).value).toBe("token-2");
    slow.resolve("token-1");
    await settled();
    expect(await value()).toBe("token-2");
  });

  it("is not undone by an older fetch that fails later", async () => {
    const { ask, value, clock, fetchToken } = source();
    await ask();
    await clock.advance(9 * MINUTE);
    const slow = deferred<string>();
    const forced = deferred<string>();
    fetchToken.mockReturnValueOnce(slow.promise).mockReturnValueOnce(forced.promise);
    await value();
    const fresh = ask({ rejected: "token-1" });
    await settled();
    slow.reject(new Error("late"));
    await settled();
    const joined = ask({ rejected: "token-1" });
    forced.resolve("forced");
    expect([(await fresh).value, (await joined).value]).toEqual(["forced", "forced"]);
    expect(fetchToken).toHaveBeenCalledTimes(3);
  });

  it("is not undone by an older fetch that ends later, either", async () => {
    const { ask, value, clock, fetchToken } = source();
    await ask();
    await clock.advance(9 * MINUTE);
    const slow = deferred<string>();
    const forced = deferred<string>();
    fetchToken.mockReturnValueOnce(slow.promise).mockReturnValueOnce(forced.promise);
    await value();
    const fresh = ask({ rejected: "token-1" });
    await settled();
    slow.resolve("late");
    await settled();
    const joined = ask({ rejected: "token-1" });
    forced.resolve("forced");
    expect([(await fresh).value, (await joined).value]).toEqual(["forced", "forced"]);
    expect(await value()).toBe("forced");
    expect(fetchToken).toHaveBeenCalledTimes(3);
  });

  it("lets callers who come meanwhile have the new one", async () => {
    const { ask, clock } = source();
    await ask();
    await clock.advance(10 * MINUTE);
    const forced = ask({ rejected: "token-1" });
    expect((await ask()).value).toBe((await forced).value);
  });
});

describe("onRefresh", () => {
  it("tells the caller who caused a fetch, and nobody else", async () => {
    const { ask, clock, fetchToken } = source();
    const told = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()] as const;
    const [first, second, ahead, failed, rejected] = told;
    await Promise.all([ask({ onRefresh: first }), ask({ onRefresh: second })]);
    await clock.advance(9 * MINUTE);
    await ask({ onRefresh: ahead });
    await settled();
    fetchToken.mockRejectedValueOnce(new Error("down"));
    await ask({ rejected: "token-2", onRefresh: failed }).catch(() => {});
    await ask({ rejected: "token-2", onRefresh: rejected });
    expect(told.map((hook) => hook.mock.calls)).toStrictEqual([
      [[{ reason: "expired", durationMs: 0 }]],
      [],
      [[{ reason: "ahead", durationMs: 0 }]],
      [[{ reason: "rejected", durationMs: 0, error: new Error("down") }]],
      [[{ reason: "rejected", durationMs: 0 }]],
    ]);
  });
});

describe("onRefresh, of a token that has run out", () => {
  it("says that it had expired", async () => {
    const { ask, clock } = source();
    await ask();
    await clock.advance(10 * MINUTE);
    const onRefresh = vi.fn();
    await ask({ onRefresh });
    expect(onRefresh.mock.calls).toStrictEqual([[{ reason: "expired", durationMs: 0 }]]);
  });
});

describe("a store", () => {
  const shared = () => {
    const entries = new Map<string, unknown>();
    const store: TokenStore = {
      get: vi.fn(async (key: string) => entries.get(key)),
      set: vi.fn(async (key: string, value: unknown) => entries.set(key, value)),
    };
    return { entries, store };
  };

  it("shares a token between sources, with its time to live", async () => {
    const { store, entries } = shared();
    const one = source({ store });
    const two = source({ store });
    expect([await one.value(), await two.value()]).toEqual(["token-1", "token-1"]);
    expect(two.fetchToken).not.toHaveBeenCalled();
    const stored = { value: "token-1", expiresAt: one.clock.now() + 10 * MINUTE };
    expect(store.set).toHaveBeenCalledWith("roomkey:token", stored, 10 * MINUTE);
    expect([...entries.keys()]).toEqual(["roomkey:token"]);
  });

  it("keeps tokens of different keys apart", async () => {
    const { store, entries } = shared();
    await source({ store, storeKey: "a" }).value();
    await source({ store, storeKey: "b" }).value();
    expect([...entries.keys()]).toEqual(["a", "b"]);
  });

  it("gives a token without expiry no time to live", async () => {
    const { store } = shared();
    await cachedToken(() => "plain", { store })();
    expect(store.set).toHaveBeenCalledWith("roomkey:token", { value: "plain" });
    expect(await cachedToken(() => "other", { store })()).toEqual({ value: "plain" });
  });

  it("is passed over for the refused token, but not for a newer one", async () => {
    const { store, entries } = shared();
    const { ask, fetchToken } = source({ store });
    await ask();
    expect((await ask({ rejected: "token-1" })).value).toBe("token-2");
    entries.set("roomkey:token", { value: "newer" });
    expect((await ask({ rejected: "token-2" })).value).toBe("newer");
    expect(fetchToken).toHaveBeenCalledTimes(2);
  });

  it("is passed over for a token that a refresh ahead is meant to replace", async () => {
    const { store } = shared();
    const { value, clock } = source({ store });
    await value();
    await clock.advance(9 * MINUTE);
    await value();
    await settled();
    expect(await value()).toBe("token-2");
  });

  it("gives a token that is close to its expiry, where there is none at all", async () => {
    const { store, entries } = shared();
    const { value, clock, fetchToken } = source({ store });
    entries.set("roomkey:token", { value: "old", expiresAt: clock.now() + MINUTE / 2 });
    expect(await value()).toBe("old");
    expect(fetchToken).not.toHaveBeenCalled();
  });

  it("is not asked to keep a token that has expired already", async () => {
    const { store } = shared();
    await source({ store, ttlMs: 0 }).value();
    expect(store.set).not.toHaveBeenCalled();
  });

  it.each([
    undefined,
    null,
    "token",
    7,
    {},
    { value: "" },
    { value: 1 },
    { value: "old", expiresAt: 1 },
  ])("that holds %j is passed over", async (entry) => {
    const { store, entries } = shared();
    entries.set("roomkey:token", entry);
    expect(await source({ store }).value()).toBe("token-1");
  });

  it("that fails is done without", async () => {
    const fail = () => Promise.reject(new Error("store down"));
    const thrower = () => {
      throw new Error("store down");
    };
    expect(await source({ store: { get: fail, set: fail } }).value()).toBe("token-1");
    expect(await source({ store: { get: thrower, set: thrower } }).value()).toBe("token-1");
  });
});
