import { describe, expect, it } from "vitest";
import type { Fetch } from "../../src/index.js";
import { testClient } from "../support.js";
import { answer, CHUNKED, chunk, drips, raw, sends, stalls } from "./behaviours.js";
import { hostileServer } from "./hostile-server.js";
import { ending, endingAt, GOOD } from "./support.js";

/** Far more than headers on the loopback need, on a loaded machine too. */
const DEADLINE_MS = 300;
const HEAD = raw("200 OK", ["Content-Type: application/json", "Content-Length: 40"]);

const beforeTheBody = [
  ["before the headers", stalls],
  ["inside the status line", sends("HTTP/1.1 2")],
  ["between header lines", sends("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")],
  ["before the headers, after a hint", sends(raw("103 Early Hints", []))],
] as const;

const insideTheBody = [
  ["after the headers", sends(HEAD)],
  ["inside a body with a length", sends(HEAD, '{"room"')],
  ["between chunks", sends(raw("200 OK", CHUNKED, chunk('{"room"')))],
  ["inside a chunk", sends(raw("200 OK", CHUNKED, 'ff\r\n{"room"'))],
  ["inside the body of an error", sends(raw("503 Down", CHUNKED, chunk("{")))],
  ["inside a body that goes on for ever", drips(raw("200 OK", CHUNKED), chunk(" "))],
  ["before the end of a gzip", sends(raw("200 OK", [...CHUNKED, "Content-Encoding: gzip"]))],
] as const;

describe("a server that stalls is left at the deadline", () => {
  const timeout = { attemptMs: DEADLINE_MS };
  const expected = { name: "TimeoutError", code: "timeout", scope: "attempt", attempts: 1 };

  it.each(beforeTheBody)("%s", async (_, behaviour) => {
    const { error, tookMs } = await ending(behaviour, { timeout });
    expect(error).toMatchObject({ ...expected, afterMs: DEADLINE_MS, phase: "headers" });
    expect(tookMs).toBeGreaterThan(DEADLINE_MS - 20);
  });

  it.each(insideTheBody)("%s", async (_, behaviour) => {
    const { error } = await ending(behaviour, { timeout });
    expect(error).toMatchObject({ ...expected, phase: "body" });
  });

  it.each([
    ["headers", stalls],
    ["body", sends(HEAD, "{")],
  ] as const)("of the whole call too, in the phase %s", async (phase, behaviour) => {
    const { error } = await ending(behaviour, { timeout: { totalMs: DEADLINE_MS } });
    expect(error).toMatchObject({ ...expected, scope: "total", phase });
  });
});

describe("a server that stalls", () => {
  it("once is asked again, and the call succeeds", async () => {
    const timeout = { attemptMs: DEADLINE_MS };
    const behaviours = [sends(HEAD, "{"), sends(answer("200 OK", GOOD))];
    const { data, requests } = await ending(behaviours, { timeout, retry: { baseDelayMs: 1 } });
    expect(data).toEqual(JSON.parse(GOOD));
    expect(requests).toHaveLength(2);
  });

  it("for ever is left at the total deadline, with the attempts so far in the error", async () => {
    const timeout = { attemptMs: 60, totalMs: DEADLINE_MS };
    const { error } = await ending(stalls, { timeout, retry: { attempts: 99, baseDelayMs: 1 } });
    expect(error).toMatchObject({ code: "timeout", scope: "total" });
    expect(error?.failures.length).toBeGreaterThanOrEqual(1);
    for (const failure of error?.failures ?? []) {
      expect(failure).toMatchObject({ code: "timeout", scope: "attempt" });
    }
  });

  it("is left at the caller's abort, in the headers and in the body", async () => {
    for (const behaviour of [stalls, sends(HEAD, "{")]) {
      await using server = await hostileServer(behaviour);
      const controller = new AbortController();
      const reason = new Error("changed my mind");
      // Aborted when the headers are there, or else when the request is.
      const fetch: Fetch = async (input, init) => {
        const answered = globalThis.fetch(input, init);
        if (behaviour === stalls) setImmediate(() => controller.abort(reason));
        await answered.catch(() => {});
        setImmediate(() => controller.abort(reason));
        return answered;
      };
      const client = testClient({ baseUrl: server.baseUrl, fetch });
      await expect(client.listRooms({}, { signal: controller.signal })).rejects.toBe(reason);
    }
  });

  it("does not hold up other calls of the client", async () => {
    await using server = await hostileServer(stalls, sends(answer("200 OK", GOOD)));
    const timeout = { attemptMs: DEADLINE_MS };
    const [stalled, good] = await Promise.all([
      endingAt(server, { timeout }),
      endingAt(server, { timeout }),
    ]);
    expect([stalled.error?.code, good.error?.code].sort()).toEqual(["timeout", undefined]);
  });
});

describe("a fetch that ignores its signal", () => {
  it("is left in its body, which is not read any further", async () => {
    let cancelled: unknown;
    const body = () =>
      new ReadableStream({
        async pull(controller) {
          await new Promise(setImmediate);
          controller.enqueue(new Uint8Array(1));
        },
        cancel: (reason) => {
          cancelled = reason ?? "cancelled";
        },
      });
    const client = testClient({ fetch: async () => new Response(body()) });
    const call = client.listRooms({}, { timeout: { attemptMs: 50 } });
    await expect(call).rejects.toMatchObject({ code: "timeout", phase: "body" });
    await expect.poll(() => cancelled).toBeDefined();
  });
});
