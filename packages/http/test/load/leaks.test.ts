import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { CallOptions, Fetch } from "../../src/index.js";
import { answer, sends, stalls } from "../hostile/behaviours.js";
import { hostileServer } from "../hostile/hostile-server.js";
import { collected, mb } from "../memory.js";
import { json, ROOM, testClient, text } from "../support.js";

/** 50 rounds of 180 calls in memory, the last ten with 100 more over sockets: 10,000. */
const ROUNDS = 50;
const CALLS_IN_MEMORY = 180;
const FIRST_ROUND_WITH_SOCKETS = 40;
const CALLS_OVER_SOCKETS = 100;
/** Rounds before the first measurement: code is compiled, caches are filled. */
const WARM_UP = 20;

const deaf: Fetch = () => new Promise(() => {});
const obedient: Fetch = (_, init) =>
  new Promise((__, reject) => {
    init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
  });
const endless: Fetch = async () => new Response(new ReadableStream());
const failing: Fetch = () => Promise.reject(new TypeError("fetch failed"));
const answering = (make: () => Response): Fetch => {
  return async () => make();
};
const SHORT = { attemptMs: 2 };
const LONG_WAIT = { baseDelayMs: 60_000, random: () => 1 };

/** How a call ends by itself: with data, or with an error of this code. */
const endings: readonly (readonly [string, CallOptions])[] = [
  ["data", { fetch: answering(json(ROOM)) }],
  ["data", { fetch: answering(json(ROOM)), timeout: false }],
  ["unavailable", { fetch: answering(text("down", { status: 500 })), retry: { attempts: 1 } }],
  ["unavailable", { fetch: answering(text(null, { status: 503 })), retry: { random: () => 0 } }],
  ["network", { fetch: failing, retry: { random: () => 0 } }],
  ["timeout", { fetch: deaf, timeout: SHORT }],
  ["timeout", { fetch: obedient, timeout: SHORT }],
  ["timeout", { fetch: obedient, timeout: SHORT, retry: { random: () => 0 } }],
  ["timeout", { fetch: endless, timeout: SHORT }],
  ["timeout", { fetch: failing, timeout: { totalMs: 2 }, retry: LONG_WAIT }],
];

/** What a call does when it is aborted. */
const waitings: readonly CallOptions[] = [
  { fetch: deaf },
  { fetch: obedient, retry: {} },
  { fetch: endless },
  { fetch: answering(text(null, { status: 503 })), retry: LONG_WAIT },
];

const listeners = (signal: AbortSignal): number => getEventListeners(signal, "abort").length;
const timers = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;

describe("10,000 calls, some aborted, some timed out, some over real sockets", () => {
  it("leave no listener, no timer and no memory behind", { timeout: 120_000 }, async () => {
    await using good = await hostileServer(sends(answer("200 OK", JSON.stringify(ROOM))));
    await using bad = await hostileServer(stalls);
    const shared = new AbortController().signal;
    const memory = testClient();
    const [toGood, toBad] = [good, bad].map(({ baseUrl }) => testClient({ baseUrl }));
    const hanging = testClient({}, { accessToken: () => new Promise<string>(() => {}) });
    const ended = new Map<string, number>();
    const count = async (call: Promise<unknown> | undefined, expected: string): Promise<void> => {
      const ending = await call?.then(
        () => "data",
        (error: { readonly code?: string }) => error.code ?? "abort",
      );
      expect(ending).toBe(expected);
      ended.set(expected, (ended.get(expected) ?? 0) + 1);
    };

    const round = async (overSockets: number): Promise<void> => {
      const controller = new AbortController();
      const { signal } = controller;
      const own: Promise<void>[] = [];
      const aborted: Promise<void>[] = [];
      for (let call = 0; call < CALLS_IN_MEMORY; call += 1) {
        const [expected = "", options] = endings[call % endings.length] ?? [];
        if (call % 3 === 0) {
          const waiting = waitings[(call / 3) % waitings.length];
          aborted.push(count(memory.listRooms({}, { ...waiting, signal }), "abort"));
        } else if (call % 20 === 1) {
          const timeout = { totalMs: 2 };
          const room = { path: { roomId: "1" } };
          own.push(count(hanging.readRoom(room, { timeout, signal: shared }), "timeout"));
        } else {
          own.push(count(memory.listRooms({}, { ...options, signal: shared }), expected));
        }
      }
      for (let call = 0; call < overSockets; call += 1) {
        const options = { signal: shared, timeout: { attemptMs: 5 } };
        if (call % 4 === 0) own.push(count(toBad?.listRooms({}, options), "timeout"));
        else if (call % 4 === 1) aborted.push(count(toBad?.listRooms({}, { signal }), "abort"));
        else own.push(count(toGood?.listRooms({}, { signal: shared }), "data"));
      }
      // One for all calls: Node warns of a leak from the eleventh on.
      expect([listeners(shared), listeners(signal)]).toEqual([1, 1]);
      await Promise.all(own);
      expect([listeners(shared), listeners(signal)]).toEqual([0, 1]);
      controller.abort(new Error("aborted"));
      await Promise.all(aborted);
      expect(listeners(signal)).toBe(0);
    };

    const timersBefore = timers();
    const heap: number[] = [];
    for (let done = 0; done < ROUNDS; done += 1) {
      if (done === WARM_UP || done === FIRST_ROUND_WITH_SOCKETS) {
        heap.push((await collected()).heapUsed);
      }
      await round(done < FIRST_ROUND_WITH_SOCKETS ? 0 : CALLS_OVER_SOCKETS);
    }
    const { heapUsed } = await collected();

    const calls = [...ended.values()].reduce((sum, some) => sum + some, 0);
    const [heapBefore = 0, heapAfter = 0] = heap;
    console.info(
      `${calls} calls ended with ${JSON.stringify(Object.fromEntries(ended))}:`,
      `${listeners(shared)} listeners, timers ${timersBefore} before and ${timers()} after,`,
      `heap ${mb(heapBefore)} after ${WARM_UP} rounds, ${mb(heapAfter)} after`,
      `${FIRST_ROUND_WITH_SOCKETS}, ${mb(heapUsed)} after the sockets`,
    );
    expect(calls).toBe(10_000);
    expect(listeners(shared)).toBe(0);
    expect(timers()).toBeLessThanOrEqual(timersBefore);
    // Over 3,600 calls: a leak of one small object for each would be more. Sockets come after this,
    // because Node's own fetch keeps some 3 kB for each aborted one until much later.
    expect(heapAfter - heapBefore).toBeLessThan(500_000);
  });
});
