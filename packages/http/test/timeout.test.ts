import { describe, expect, it, vi } from "vitest";
import { compose, type Fetch, retry, timeout } from "../src/index.js";
import { fakeClock, settled } from "./clock.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";
const never: Fetch = () => new Promise(() => {});
const obedient: Fetch = (_, init) =>
  new Promise((__, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
const stalling = () =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
    }),
  );

describe.each([
  ["a fetch that ignores its signal", never],
  ["a fetch that obeys its signal", obedient],
])("timeout around %s", (_, fetch) => {
  it("throws a TimeoutError that says which deadline, after how long and in which phase", async () => {
    const clock = fakeClock();
    const call = timeout({ ms: 500, scope: "attempt", clock })(fetch)(URL_);
    call.catch(() => {});
    await clock.advance(499);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    await expect(call).rejects.toMatchObject({
      name: "TimeoutError",
      code: "timeout",
      scope: "attempt",
      afterMs: 500,
      phase: "headers",
    });
    expect(clock.pending).toBe(0);
  });

  it("rejects with the caller's reason when the caller aborts first", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const { signal } = controller;
    const call = timeout({ ms: 500, scope: "total", clock })(fetch)(URL_, { signal });
    await settled();
    controller.abort(new Error("mine"));
    await expect(call).rejects.toThrow("mine");
    expect(clock.pending).toBe(0);
  });
});

describe("timeout", () => {
  it("leaves no timer and no listener after an answer, an error or an abort", async () => {
    const clock = fakeClock();
    const listeners = countListeners();
    const bounded = timeout({ ms: 500, scope: "attempt", clock });
    const { signal } = listeners;
    await bounded(fakeFetch(text(null)).fetch)(URL_, { signal });
    const failing: Fetch = () => Promise.reject(new Error("no"));
    await expect(bounded(failing)(URL_, { signal })).rejects.toThrow("no");
    expect([clock.pending, listeners.count()]).toEqual([0, 0]);
  });

  it("refuses a signal that is aborted already, without sending", async () => {
    const { fetch, sent } = fakeFetch(text(null));
    const call = timeout({ ms: 5, scope: "attempt" })(fetch)(URL_, {
      signal: AbortSignal.abort("x"),
    });
    await expect(call).rejects.toBe("x");
    expect(sent).toEqual([]);
  });

  it("takes the signal of a Request", async () => {
    const controller = new AbortController();
    const request = new Request(URL_, { signal: controller.signal });
    const call = timeout({ ms: false, scope: "attempt" })(never)(request);
    controller.abort(new Error("mine"));
    await expect(call).rejects.toThrow("mine");
  });

  it("never ends a call by itself when it is false", async () => {
    const clock = fakeClock();
    void timeout({ ms: false, scope: "attempt", clock })(never)(URL_).catch(() => {});
    expect(clock.pending).toBe(0);
  });
});

describe("timeout while a body is read by somebody else", () => {
  const open = async (answer: () => Response, signal?: AbortSignal) => {
    const clock = fakeClock();
    const { fetch } = fakeFetch(answer);
    const bounded = timeout({ ms: 500, scope: "attempt", clock })(fetch);
    const response = await bounded(URL_, signal && { signal });
    return { clock, response };
  };

  it("ends it, in the phase body", async () => {
    const { clock, response } = await open(stalling);
    const reading = response.text();
    reading.catch(() => {});
    await clock.advance(500);
    await expect(reading).rejects.toMatchObject({ code: "timeout", phase: "body" });
    expect(clock.pending).toBe(0);
  });

  it("lets it end in time, and keeps status, headers and address", async () => {
    const { clock, response } = await open(text("hello", { status: 404, headers: { "x-a": "1" } }));
    expect(response).toMatchObject({ status: 404 });
    expect(response.headers.get("x-a")).toBe("1");
    expect(clock.pending).toBe(1);
    await expect(response.text()).resolves.toBe("hello");
    expect(clock.pending).toBe(0);
  });

  it("tells the source why the reader cancels, and keeps the address", async () => {
    const cancel = vi.fn();
    const answer = () => new Response(new ReadableStream({ cancel }));
    const { clock, response } = await open(() =>
      Object.defineProperty(answer(), "url", { value: URL_ }),
    );
    expect(response.url).toBe(URL_);
    await response.body?.cancel("enough");
    expect(cancel).toHaveBeenCalledWith("enough");
    expect(clock.pending).toBe(0);
  });

  it("lets go when the reader cancels, when the body breaks, and when the caller aborts", async () => {
    const cancelled = await open(stalling);
    await cancelled.response.body?.cancel();
    const broken = await open(
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error("reset")) })),
    );
    await expect(broken.response.text()).rejects.toThrow("reset");
    const listeners = countListeners();
    const aborted = await open(stalling, listeners.signal);
    const reading = aborted.response.text();
    listeners.abort(new Error("mine"));
    await expect(reading).rejects.toThrow("mine");
    for (const { clock } of [cancelled, broken, aborted]) expect(clock.pending).toBe(0);
    expect(listeners.count()).toBe(0);
  });
});

describe("the total deadline", () => {
  it("stands outside retry: it covers the attempts and the waits between them", async () => {
    const clock = fakeClock();
    const { fetch, sent } = fakeFetch(text("", { status: 503 }));
    const patient = retry({
      attempts: 99,
      baseDelayMs: 400,
      maxDelayMs: 400,
      random: () => 1,
      clock,
    });
    const call = compose(timeout({ ms: 1000, scope: "total", clock }), patient)(fetch)(URL_);
    call.catch(() => {});
    await clock.advance(1000);
    await expect(call).rejects.toMatchObject({
      scope: "total",
      afterMs: 1000,
      phase: "retry-wait",
    });
    expect(sent).toHaveLength(3);
    expect(clock.pending).toBe(0);
  });

  it("is not retried, while the deadline of one attempt is", async () => {
    const clock = fakeClock();
    let sent = 0;
    const counting: Fetch = (input, init) => {
      sent += 1;
      return obedient(input, init);
    };
    const call = compose(
      timeout({ ms: 250, scope: "total", clock }),
      retry({ random: () => 0, clock }),
      timeout({ ms: 100, scope: "attempt", clock }),
    )(counting)(URL_);
    call.catch(() => {});
    await clock.advance(250);
    await expect(call).rejects.toMatchObject({ scope: "total" });
    expect(sent).toBe(3);
  });
});

describe("the deadlines of a client", () => {
  it("end a stalled body, and the error names the call and counts the attempt", async () => {
    const client = testClient({ fetch: fakeFetch(stalling).fetch, timeout: { attemptMs: 5 } });
    await expect(client.listRooms()).rejects.toMatchObject({
      code: "timeout",
      phase: "body",
      scope: "attempt",
      operation: "listRooms",
      attempts: 1,
    });
  });

  it("end a token source that hangs, in the phase token", async () => {
    const accessToken = () => new Promise<string>(() => {});
    const client = testClient({ timeout: { totalMs: 5 } }, { accessToken });
    const call = client.readRoom({ path: { roomId: "1" } });
    await expect(call).rejects.toMatchObject({
      code: "timeout",
      phase: "token",
      scope: "total",
      attempts: 0,
    });
  });

  it("say what the call was doing: waiting for headers, after a token or another attempt", async () => {
    const accessToken = () => "fake-token";
    const slow = testClient({ fetch: never, timeout: { attemptMs: 5 } }, { accessToken });
    const call = slow.readRoom({ path: { roomId: "1" } });
    await expect(call).rejects.toMatchObject({
      phase: "headers",
      message: "test readRoom: one attempt took longer than 5 ms (headers)",
    });
    let sent = 0;
    const fetch: Fetch = async (...args) => {
      sent += 1;
      return sent === 1 ? new Response(null, { status: 503 }) : never(...args);
    };
    const retried = testClient({
      fetch,
      retry: { random: () => 0 },
      timeout: { attemptMs: false, totalMs: 50 },
    });
    await expect(retried.listRooms()).rejects.toMatchObject({
      phase: "headers",
      message: "test listRooms: the whole call took longer than 50 ms (headers)",
    });
    expect(sent).toBe(2);
  });

  it("can be set one by one for a call, and switched off", async () => {
    const client = testClient({ fetch: never, timeout: { attemptMs: 5, totalMs: false } });
    const total = client.listRooms({}, { timeout: { attemptMs: false, totalMs: 5 } });
    await expect(total).rejects.toMatchObject({ scope: "total" });
    await expect(client.listRooms()).rejects.toMatchObject({ scope: "attempt" });
    const slow: Fetch = () => new Promise((resolve) => setImmediate(() => resolve(json(ROOM)())));
    const endless = client.listRooms({}, { fetch: slow, timeout: false });
    await expect(endless).resolves.toEqual(ROOM);
  });
});

/** A signal that counts its listeners. */
function countListeners() {
  const controller = new AbortController();
  const { signal } = controller;
  const listeners = new Map<unknown, string>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners.set(args[1], args[0]);
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    if (listeners.get(args[1]) === args[0]) listeners.delete(args[1]);
    removeEventListener.apply(signal, args);
  };
  return {
    signal,
    count: () => listeners.size,
    abort: (reason: unknown) => controller.abort(reason),
  };
}
