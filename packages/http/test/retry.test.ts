import { describe, expect, it, vi } from "vitest";
import { type RetryOptions, retry } from "../src/index.js";
import { fakeClock, settled } from "./clock.js";
import { type Answers, fakeFetch, json, ROOM, testClient, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";
const ok = json(ROOM);
const status = (code: number, headers: HeadersInit = {}) => text("", { status: code, headers });
const refused = () =>
  Promise.reject(
    new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    }),
  );
const reset = () =>
  Promise.reject(
    new TypeError("fetch failed", {
      cause: Object.assign(new Error("read"), { code: "ECONNRESET" }),
    }),
  );

/** Runs a retried fetch to its end on a clock of its own, and tells how long it waited each time. */
async function run(answers: Answers, options: RetryOptions = {}, init: RequestInit = {}) {
  const clock = fakeClock();
  const { fetch, sent } = fakeFetch(...answers);
  const waits: number[] = [];
  const outcome = retry({ random: () => 1, clock, ...options })(fetch)(URL_, init).then(
    (response) => ({ response, error: null, done: true }),
    (error: unknown) => ({ response: null, error, done: true }),
  );
  let result: Awaited<typeof outcome> | undefined;
  void outcome.then((value) => {
    result = value;
  });
  await settled();
  while (result === undefined) waits.push(await clock.next());
  return { ...result, sent, waits, clock };
}

describe("which attempts are repeated", () => {
  const SAFE = [408, 425, 429, 500, 502, 503, 504];
  const UNSAFE = [429, 503];
  const ALL = [200, 204, 304, 400, 401, 402, 403, 404, 409, 422, 501, 505, ...SAFE];
  const cases = ["GET", "HEAD", "get", "POST", "PUT", "PATCH", "DELETE"].flatMap((method) =>
    ALL.map((code) => {
      const retried = (/^(get|head)$/i.test(method) ? SAFE : UNSAFE).includes(code);
      return [method, code, retried ? 2 : 1] as const;
    }),
  );

  it.each(cases)("%s that is answered with %i is sent %i time(s)", async (method, code, times) => {
    const body = code === 204 || code === 304 ? null : "";
    const { sent } = await run([text(body, { status: code }), ok], {}, { method });
    expect(sent).toHaveLength(times);
  });

  it.each([
    ["GET", refused, 2],
    ["POST", refused, 2],
    ["GET", reset, 2],
    ["POST", reset, 1],
    ["GET", () => Promise.reject(new Error("a bug, no network")), 1],
  ])("%s that finds no answer (%o) is sent %i time(s)", async (method, answer, times) => {
    const { sent } = await run([answer, ok], {}, { method });
    expect(sent).toHaveLength(times);
  });

  it("counts as not connected only when no address was", async () => {
    const code = (value: string) => Object.assign(new Error(value), { code: value });
    const failed =
      (...codes: string[]) =>
      () =>
        Promise.reject(
          new TypeError("fetch failed", { cause: new AggregateError(codes.map(code)) }),
        );
    const post = { method: "POST" };
    expect((await run([failed("ECONNREFUSED", "ENETUNREACH"), ok], {}, post)).sent).toHaveLength(2);
    expect((await run([failed("ECONNREFUSED", "ECONNRESET"), ok], {}, post)).sent).toHaveLength(1);
  });

  it("needs no options", async () => {
    const { fetch, sent } = fakeFetch(status(503, { "retry-after": "0" }), ok);
    await retry()(fetch)(URL_);
    expect(sent).toHaveLength(2);
  });

  it("gives up after three requests, unless told otherwise", async () => {
    expect((await run([status(503)])).sent).toHaveLength(3);
    expect((await run([status(503)], { attempts: 5 })).sent).toHaveLength(5);
    expect((await run([status(503)], { attempts: 1 })).sent).toHaveLength(1);
  });

  it("gives the last answer, or throws the last error", async () => {
    const { response } = await run([status(500), status(503)], { attempts: 2 });
    expect(response?.status).toBe(503);
    const last = new TypeError("last");
    const { error } = await run([status(500), () => Promise.reject(last)], { attempts: 2 });
    expect(error).toBe(last);
  });
});

describe("how long it waits", () => {
  it("doubles the bound with each attempt, up to a cap", async () => {
    const { waits } = await run([status(503)], { attempts: 8 });
    expect(waits).toEqual([300, 600, 1200, 2400, 4800, 9600, 10_000]);
  });

  it("takes a random part of the bound", async () => {
    const parts = [0, 0.5, 0.25];
    const random = () => parts.shift() ?? 0;
    const { waits } = await run([status(503)], { attempts: 4, baseDelayMs: 100, random });
    expect(waits).toEqual([0, 100, 100]);
  });

  it("does as Retry-After says, in seconds or as a date", async () => {
    const now = fakeClock().now();
    const date = new Date(now + 7_000).toUTCString();
    expect((await run([status(503, { "retry-after": "2" }), ok])).waits).toEqual([2000]);
    const [wait] = (await run([status(429, { "retry-after": date }), ok])).waits;
    expect(wait).toBe(Date.parse(date) - now);
  });

  it("does as X-RateLimit-Reset says where there is no usable Retry-After", async () => {
    const reset = { "x-ratelimit-reset": String(fakeClock().now() / 1000 + 4) };
    expect((await run([status(429, reset), ok])).waits).toEqual([4000]);
    const both = { "retry-after": "later", ...reset };
    expect((await run([status(429, both), ok])).waits).toEqual([4000]);
  });

  it.each(["", "-3", "soon", "1e3", "NaN", "12 monkeys", "0x10"])(
    "ignores Retry-After %j",
    async (garbage) => {
      expect((await run([status(503, { "retry-after": garbage }), ok])).waits).toEqual([300]);
    },
  );

  it("does not wait at all for a time that has passed", async () => {
    const past = { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" };
    expect((await run([status(503, past), ok])).waits).toEqual([0]);
  });

  it("gives up when the provider asks for more than the cap", async () => {
    const { sent, response } = await run([status(429, { "retry-after": "61" })]);
    expect(sent).toHaveLength(1);
    expect(response?.headers.get("retry-after")).toBe("61");
    const patient = { maxRetryAfterMs: 61_000 };
    expect((await run([status(429, { "retry-after": "61" }), ok], patient)).waits).toEqual([
      61_000,
    ]);
  });
});

describe("shouldRetry", () => {
  it("is told what happened and what the rules say, and decides", async () => {
    const shouldRetry = vi.fn(async () => true);
    const { sent } = await run([status(404), reset, ok], { shouldRetry }, { method: "POST" });
    expect(sent).toHaveLength(3);
    expect(shouldRetry.mock.calls).toMatchObject([
      [
        {
          attempt: 1,
          method: "POST",
          response: { status: 404 },
          retryAfterMs: null,
          retryable: false,
        },
      ],
      [{ attempt: 2, error: expect.any(TypeError), retryable: false }],
    ]);
  });

  it("can say no", async () => {
    const { sent } = await run([status(503)], { shouldRetry: ({ retryable }) => !retryable });
    expect(sent).toHaveLength(1);
  });

  it("is not asked about a success or the last attempt", async () => {
    const shouldRetry = vi.fn(() => true);
    await run([ok], { shouldRetry });
    await run([status(404)], { shouldRetry, attempts: 1 });
    expect(shouldRetry).not.toHaveBeenCalled();
  });
});

describe("an abort", () => {
  it("ends the wait at once, with the caller's reason, and leaves no timer", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const { fetch, sent } = fakeFetch(status(503));
    const call = retry({ clock })(fetch)(URL_, { signal: controller.signal });
    await settled();
    expect(clock.pending).toBe(1);
    controller.abort(new Error("changed my mind"));
    await expect(call).rejects.toThrow("changed my mind");
    expect(clock.pending).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it("during an attempt is not followed by another", async () => {
    const controller = new AbortController();
    const answer = () => {
      controller.abort();
      return refused();
    };
    const { sent, error } = await run([answer, ok], {}, { signal: controller.signal });
    expect(sent).toHaveLength(1);
    // What the attempt ended with; to make the caller's reason of it is not the part of `retry`.
    expect(error).toMatchObject({ message: "fetch failed" });
  });
});

describe("the body", () => {
  const bodies: readonly [string, () => readonly [string | Request, RequestInit?]][] = [
    ["a string", () => [URL_, { method: "PUT", body: "whole" }]],
    [
      "a stream",
      () => [
        URL_,
        { method: "PUT", body: new Blob(["whole"]).stream(), duplex: "half" } as RequestInit,
      ],
    ],
    [
      "a Request's",
      () => [new Request(URL_, { method: "PUT", body: "whole", headers: { "x-a": "1" } })],
    ],
  ];

  it.each(bodies)("is sent whole on every attempt when it is %s", async (_, request) => {
    const seen: string[] = [];
    const fetch = async (input: string | URL | Request, init?: RequestInit) => {
      const sent = new Request(input, init);
      expect(sent.method).toBe("PUT");
      seen.push(await sent.text());
      return new Response("", { status: seen.length < 3 ? 503 : 200 });
    };
    const [input, init] = request();
    await retry({ random: () => 0 })(fetch)(input, init);
    expect(seen).toEqual(["whole", "whole", "whole"]);
  });

  it("of an answer that is not used is given back to the connection", async () => {
    const cancel = vi.fn();
    const answer = () => new Response(new ReadableStream({ cancel }), { status: 503 });
    await run([answer, ok]);
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe("a client", () => {
  it("retries by itself, and its error tells of every attempt", async () => {
    const { fetch } = fakeFetch(reset, status(502), json({ error: "busy" }, { status: 503 }));
    const client = testClient({ fetch, retry: { random: () => 0 } });
    const error = await client.listRooms().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "unavailable",
      status: 503,
      attempts: 3,
      failures: [
        { code: "network", attempts: 1, operation: "listRooms" },
        { code: "unavailable", status: 502, attempts: 2 },
      ],
    });
  });

  it("retries a 2xx that breaks off, for a safe method", async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (c) => c.error(new Error("reset")) }));
    const { fetch, sent } = fakeFetch(broken, ok);
    await testClient({ fetch, retry: { random: () => 0 } }).listRooms();
    expect(sent).toHaveLength(2);
  });

  it("does not retry a 2xx of the wrong kind", async () => {
    const { fetch, sent } = fakeFetch(text("<html>", { headers: { "content-type": "text/html" } }));
    await expect(testClient({ fetch, retry: {} }).listRooms()).rejects.toThrow();
    expect(sent).toHaveLength(1);
  });

  it("can be told otherwise, for itself and for one call", async () => {
    const { fetch, sent } = fakeFetch(status(503));
    const eager = testClient({ fetch, retry: { attempts: 2, random: () => 0 } });
    await expect(eager.listRooms()).rejects.toMatchObject({ attempts: 2 });
    await expect(eager.listRooms({}, { retry: false })).rejects.toMatchObject({ attempts: 1 });
    await expect(eager.listRooms({}, { retry: { attempts: 3 } })).rejects.toMatchObject({
      attempts: 3,
    });
    const never = testClient({ fetch, retry: false });
    await expect(never.listRooms({}, {})).rejects.toMatchObject({ attempts: 1 });
    expect(sent).toHaveLength(7);
  });
});
