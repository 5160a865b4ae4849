import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { cachedToken, compose, type Hooks, hooks, retry } from "../src/index.js";
import { fakeClock } from "./clock.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const SECRET = "fake-access-token";
const room = { path: { roomId: "1" } };
const busy = text("", { status: 503 });

/** Hooks that write down what they are told. */
function recorder() {
  const told: [string, Record<string, unknown>][] = [];
  const tell = (name: string) => (event: object) => void told.push([name, { ...event }]);
  const listeners: Hooks = {
    onRequest: tell("request"),
    onResponse: tell("response"),
    onRetry: tell("retry"),
    onError: tell("error"),
    onTokenRefresh: tell("token"),
  };
  return { listeners, told, names: () => told.map(([name]) => name) };
}

afterEach(() => vi.restoreAllMocks());

describe("the hooks of a client", () => {
  it("see every attempt, in order, with sizes and the name of the call", async () => {
    const { listeners, told, names } = recorder();
    const { fetch } = fakeFetch(busy, json(ROOM));
    const client = testClient({ fetch, hooks: listeners, retry: { random: () => 0 } });
    await client.renameRoom({ path: { roomId: "1" }, body: { name: "ä" } });
    expect(names()).toEqual(["request", "response", "retry", "request", "response"]);
    const call = { provider: "test", operation: "renameRoom" };
    const request = {
      ...call,
      method: "PUT",
      url: "https://api.example.com/rooms/1",
      requestSize: 13,
    };
    const durationMs = expect.any(Number);
    expect(told).toEqual([
      ["request", { ...request, attempt: 1 }],
      ["response", { ...request, attempt: 1, status: 503, durationMs, responseSize: 0 }],
      ["retry", { ...call, attempt: 1, delayMs: 0, status: 503, error: null }],
      ["request", { ...request, attempt: 2 }],
      ["response", { ...request, attempt: 2, status: 200, durationMs, responseSize: 20 }],
    ]);
  });

  it("are told of a failure once, with the error that the caller gets", async () => {
    const { listeners, told, names } = recorder();
    const reset = () => Promise.reject(new TypeError("reset"));
    const { fetch } = fakeFetch(reset, json({ error: "gone" }, { status: 404 }));
    const client = testClient({ fetch, hooks: listeners, retry: { random: () => 0 } });
    const error = await client.listRooms().catch((thrown: unknown) => thrown);
    expect(names()).toEqual(["request", "retry", "request", "response", "error"]);
    expect(told[1]?.[1]).toMatchObject({ status: null, error: { code: "network" } });
    expect(told[4]?.[1]).toMatchObject({ operation: "listRooms", attempt: 2, error });
  });

  it("are told of what fails before anything is sent, and not of the caller's own abort", async () => {
    const { listeners, names } = recorder();
    const client = testClient({ fetch: fakeFetch(json(ROOM)).fetch, hooks: listeners });
    await expect(client.readRoom({ path: { roomId: "" } })).rejects.toThrow();
    expect(names()).toEqual(["error"]);
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return Promise.reject(new Error("aborted"));
    };
    await client.readRoom(room, { fetch, signal: controller.signal }).catch(() => {});
    expect(names()).toEqual(["error", "request"]);
  });

  it("are told when a token is fetched for a call", async () => {
    const { listeners, told } = recorder();
    const { fetch } = fakeFetch(text("", { status: 401 }), json(ROOM));
    const accessToken = vi.fn(
      (request: { onRefresh?: (event: never) => void; rejected?: string }) => {
        const reason = request.rejected === undefined ? "expired" : "rejected";
        request.onRefresh?.({ reason, durationMs: 1 } as never);
        return request.rejected === undefined ? "fake-one" : "fake-two";
      },
    );
    const client = testClient({ fetch, hooks: listeners }, { accessToken: accessToken as never });
    await client.readRoom(room);
    const tokens = told.filter(([name]) => name === "token").map(([, event]) => event);
    const call = { provider: "test", operation: "readRoom", durationMs: 1 };
    expect(tokens).toEqual([
      { ...call, reason: "expired", attempt: 0 },
      { ...call, reason: "rejected", attempt: 1 },
    ]);
  });

  it("are told when a token could not be fetched, and why", async () => {
    const { listeners, told } = recorder();
    const accessToken = cachedToken(() => Promise.reject(new Error("locked")));
    const client = testClient({ hooks: listeners }, { accessToken });
    await client.readRoom(room).catch(() => {});
    expect(told[0]).toMatchObject(["token", { reason: "expired", error: { message: "locked" } }]);
  });

  it("of the client and of the call are both told", async () => {
    const ofClient = vi.fn();
    const ofCall = vi.fn();
    const { fetch } = fakeFetch(json(ROOM));
    const client = testClient({ fetch, hooks: { onRequest: ofClient } });
    await client.listRooms({}, { hooks: { onRequest: ofCall } });
    expect([ofClient, ofCall].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it("show no secret", async () => {
    const { listeners, told } = recorder();
    const { fetch } = fakeFetch(json({ error: `bad ${SECRET}` }, { status: 401 }));
    await testClient({ fetch, hooks: listeners })
      .readRoom(room)
      .catch(() => {});
    expect(JSON.stringify(told)).not.toContain(SECRET);
  });
});

describe("a hook that fails", () => {
  it.each([
    [
      "throws",
      () => {
        throw new Error("bug");
      },
    ],
    ["rejects", () => Promise.reject(new Error("bug"))],
  ])("because it %s never breaks a call, and is reported once", async (_, onRequest) => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = fakeFetch(json(ROOM));
    const client = testClient({ fetch, hooks: { onRequest } });
    await client.listRooms();
    await client.listRooms();
    expect(report).toHaveBeenCalledOnce();
    const said = "roomkey: the hook onRequest failed, and is ignored:";
    expect(report.mock.calls[0]).toEqual([said, new Error("bug")]);
  });

  it("is reported without the secrets that its error shows", async () => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const onRequest = () => Promise.reject(new Error(`Bearer ${SECRET}`));
    await testClient({ fetch: fakeFetch(json(ROOM)).fetch, hooks: { onRequest } }).listRooms();
    expect(inspect(report.mock.calls)).not.toContain(SECRET);
  });
});

describe("hooks on their own", () => {
  const URL_ = "https://api.example.com/?x-token=fake-secret";

  it("work around any fetch, together with retry", async () => {
    const { listeners, told, names } = recorder();
    const clock = fakeClock();
    const { fetch } = fakeFetch(busy, text("hello"));
    const decorated = compose(retry({ random: () => 0 }), hooks(listeners, { clock }))(fetch);
    await decorated(new URL(URL_), { method: "post", body: new Blob(["12345"]) });
    expect(names()).toEqual(["request", "response", "retry", "request", "response"]);
    expect(told[0]?.[1]).toEqual({
      attempt: 1,
      method: "POST",
      url: "https://api.example.com/?x-token=[masked]",
      requestSize: 5,
    });
    expect(told[1]?.[1]).toMatchObject({ durationMs: 0, responseSize: null });
  });

  it.each([
    [{}, 0],
    [{ body: "äb" }, 3],
    [{ body: new Uint8Array(7) }, 7],
    [{ body: new ArrayBuffer(8) }, 8],
    [{ body: new Blob(["x"]).stream() }, 1],
    [{ body: new FormData() }, null],
  ])("know the size of a body: %o", async (init, requestSize) => {
    const { listeners, told } = recorder();
    await hooks(listeners)(fakeFetch(text("")).fetch)("https://api.example.com/", init);
    expect(told[0]?.[1]).toMatchObject({ requestSize });
  });

  it("describe a Request", async () => {
    const { listeners, told } = recorder();
    const request = new Request(URL_, { method: "DELETE" });
    await hooks(listeners)(fakeFetch(text("")).fetch)(request);
    expect(told[0]?.[1]).toMatchObject({ method: "DELETE", requestSize: 0 });
  });
});
