import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bearerAuth, bufferBody, type Fetch, type Hooks } from "../src/index.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";
const never: Fetch = () => new Promise(() => {});
const busy = text("", { status: 503 });
const hasten = { retry: { random: () => 0 } };

/** Answers in turn, and keeps the signals that it is given. */
function signals(...answers: (() => Response | Promise<Response>)[]) {
  const { fetch } = fakeFetch(...answers);
  const given: (AbortSignal | null | undefined)[] = [];
  const keeping: Fetch = (input, init) => {
    given.push(init?.signal);
    return fetch(input, init);
  };
  return { fetch: keeping, given };
}

describe("the timers of a call", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each<[string, () => Promise<Response>]>([
    ["an answer", async () => json(ROOM)()],
    ["an error", () => Promise.reject(new Error("no"))],
  ])("are gone after %s", async (_, fetch) => {
    await testClient({ fetch }).listRooms.result();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("are one for the call and one for the attempt, and each can be left out", async () => {
    const counts: number[] = [];
    const fetch: Fetch = async () => {
      counts.push(vi.getTimerCount());
      return json(ROOM)();
    };
    const client = testClient({ fetch });
    await client.listRooms();
    await client.listRooms({}, { timeout: { totalMs: false } });
    await client.listRooms({}, { timeout: { attemptMs: false } });
    await client.listRooms({}, { timeout: false });
    expect(counts).toEqual([2, 1, 1, 0]);
  });

  it("end an attempt after 10 s and a call after 60 s, unless told otherwise", async () => {
    const call = testClient({ fetch: never, retry: { attempts: 99 } }).listRooms();
    const failed = call.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(1);
    const error = (await failed) as { readonly failures: readonly object[] };
    expect(error).toMatchObject({ code: "timeout", scope: "total", afterMs: 60_000 });
    expect(error.failures[0]).toMatchObject({ scope: "attempt", afterMs: 10_000 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("that pass for one attempt leave the others their time", async () => {
    let sent = 0;
    const fetch: Fetch = async (input, init) => {
      sent += 1;
      return sent === 1 ? never(input, init) : json(ROOM)();
    };
    const call = testClient({ fetch, ...hasten }).listRooms();
    await vi.advanceTimersByTimeAsync(10_001);
    await expect(call).resolves.toEqual(ROOM);
  });

  it("are not waited for by one who aborts while it is told of a retry", async () => {
    const controller = new AbortController();
    const hooks: Hooks = { onRetry: () => controller.abort(new Error("mine")) };
    const { fetch } = fakeFetch(busy, json(ROOM));
    const client = testClient({ fetch, hooks, retry: { random: () => 1 } });
    const call = client.listRooms({}, { signal: controller.signal });
    await expect(call).rejects.toThrow("mine");
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the signal that a fetch is given", () => {
  it("belongs to one attempt, because a deadline may end it", async () => {
    const { signal } = new AbortController();
    const { fetch, given } = signals(busy, json(ROOM));
    await testClient({ fetch, ...hasten }).listRooms({}, { signal });
    expect(given).toEqual([expect.any(AbortSignal), expect.any(AbortSignal)]);
    expect(new Set([signal, ...given]).size).toBe(3);
  });

  it("is aborted with the caller's reason when the caller aborts", async () => {
    const controller = new AbortController();
    const { fetch, given } = signals(() => new Promise<Response>(() => {}));
    const call = testClient({ fetch }).listRooms({}, { signal: controller.signal });
    controller.abort("mine");
    await expect(call).rejects.toBe("mine");
    expect(given[0]?.reason).toBe("mine");
  });

  it("is the caller's own where there are no deadlines, or none", async () => {
    const { signal } = new AbortController();
    const { fetch, given } = signals(json(ROOM), json(ROOM));
    const client = testClient({ fetch, timeout: false });
    await client.listRooms({}, { signal });
    await client.listRooms();
    expect(given).toEqual([signal, undefined]);
  });
});

describe("a decorator that stands alone", () => {
  it("asks for no token under a signal that is aborted already", async () => {
    const source = vi.fn(() => "fake-token");
    const call = bearerAuth(source)(never)(URL_, { signal: AbortSignal.abort("mine") });
    await expect(call).rejects.toBe("mine");
    expect(source).not.toHaveBeenCalled();
  });

  it("reads a body that is as large as the limit", async () => {
    const { fetch } = fakeFetch(text("whole"));
    await expect(bufferBody(5)(fetch)(URL_)).resolves.toMatchObject({ status: 200 });
  });
});
