import { describe, expect, it } from "vitest";
import {
  NetworkError,
  type RateLimitedError,
  retry,
  TimeoutError,
  type TimeoutScope,
  UnexpectedResponseError,
} from "../src/index.js";
import { fakeFetch, json, testClient, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";
const coded = (code: string, cause?: unknown) =>
  Object.assign(new Error(code, { cause }), { code });

/** How often a request is sent whose first attempt fails so. */
async function sends(failure: () => Promise<Response>, method: string): Promise<number> {
  const { fetch, sent } = fakeFetch(failure, text("ok"));
  await retry({ random: () => 0 })(fetch)(URL_, { method }).catch(() => {});
  return sent.length;
}

describe("a failure before a connection stood", () => {
  it.each([
    ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"],
    "UND_ERR_CONNECT_TIMEOUT",
  ])("is repeated whatever the method: %s", async (code) => {
    const fail = () => Promise.reject(new TypeError("fetch failed", { cause: coded(code) }));
    expect(await sends(fail, "POST")).toBe(2);
  });

  it("stands in all of several errors, where Node tried several addresses", async () => {
    const fail = (...codes: string[]) => {
      const cause = new AggregateError(codes.map((code) => coded(code)));
      return () => Promise.reject(new TypeError("fetch failed", { cause }));
    };
    expect(await sends(fail("ECONNREFUSED", "ENETUNREACH"), "POST")).toBe(2);
    expect(await sends(fail("ECONNREFUSED", "ECONNRESET"), "POST")).toBe(1);
  });

  it("is looked for five causes deep, and no deeper", async () => {
    const chain = (links: number) =>
      Array.from({ length: links }).reduce<Error>(
        (cause) => new Error("outer", { cause }),
        coded("ECONNREFUSED"),
      );
    expect(await sends(() => Promise.reject(chain(4)), "POST")).toBe(2);
    expect(await sends(() => Promise.reject(chain(5)), "POST")).toBe(1);
  });

  it("is not looked for without end in causes that go round", async () => {
    const loop = new Error("loop");
    loop.cause = loop;
    await expect(retry()(() => Promise.reject(loop))(URL_, { method: "POST" })).rejects.toBe(loop);
  });

  it.each(["XECONNREFUSED", "ECONNREFUSEDX"])(
    "has none other than these codes: %s",
    async (code) => {
      expect(await sends(() => Promise.reject(coded(code)), "POST")).toBe(1);
    },
  );
});

describe("a failure after it", () => {
  it.each(["GET", "HEAD", "OPTIONS", "TRACE"])("is repeated for %s", async (method) => {
    expect(await sends(() => Promise.reject(new TypeError("reset")), method)).toBe(2);
  });

  it.each([
    ["attempt", 2],
    ["total", 1],
  ] as const)("that is the deadline of one %s: sent %i time(s)", async (scope, times) => {
    const init = { scope: scope as TimeoutScope, afterMs: 1, phase: "headers" } as const;
    expect(await sends(() => Promise.reject(new TimeoutError(init)), "GET")).toBe(times);
  });

  it.each(["WIDGET", "GETALL"])("is not repeated for a method of one's own: %s", async (method) => {
    expect(await sends(() => Promise.reject(new TypeError("reset")), method)).toBe(1);
  });

  it("that comes from somewhere else is not repeated, with a cause or without", async () => {
    const foreign = new Error("bug", { cause: new Error("deep") });
    expect(await sends(() => Promise.reject(foreign), "GET")).toBe(1);
    expect(await sends(() => Promise.reject("text"), "GET")).toBe(1);
  });

  it("that has no answer is repeated, with a cause or without", async () => {
    expect(await sends(() => Promise.reject(new NetworkError("reset")), "GET")).toBe(2);
  });

  it("in the body is repeated when it broke off, not when it is of the wrong kind", async () => {
    const broken = new UnexpectedResponseError("broke off", {
      status: 200,
      cause: new Error("reset"),
    });
    const wrong = new UnexpectedResponseError("too large", { status: 200 });
    expect(await sends(() => Promise.reject(broken), "GET")).toBe(2);
    expect(await sends(() => Promise.reject(wrong), "GET")).toBe(1);
  });

  it("without a body to give back is repeated like any other", async () => {
    expect(await sends(async () => new Response(null, { status: 503 }), "GET")).toBe(2);
  });
});

describe("how long a provider asks to wait", () => {
  const asked = async (headers: Record<string, string>): Promise<number | null> => {
    const { fetch } = fakeFetch(json({}, { status: 429, headers }));
    const error = await testClient({ fetch })
      .listRooms()
      .catch((thrown: unknown) => thrown);
    return (error as RateLimitedError).retryAfterMs;
  };

  it.each([
    ["1.25", 1250],
    ["0", 0],
    [" 7 ", 7000],
    ["1.", null],
    ["1.5.5", null],
    ["x1", null],
    ["1x", null],
    ["2037-01-01", null],
    ["2037-01-01T00:00:00Z", null],
    ["1", 1000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", 0],
  ])("Retry-After %j is %j", async (value, expected) => {
    expect(await asked({ "retry-after": value })).toBe(expected);
  });

  it.each(["5x", "x5", "1.5", "", "-1"])("X-RateLimit-Reset %j says nothing", async (value) => {
    expect(await asked({ "x-ratelimit-reset": value })).toBeNull();
  });

  it("is nothing where X-RateLimit-Reset has passed", async () => {
    expect(await asked({ "x-ratelimit-reset": "1" })).toBe(0);
  });
});
