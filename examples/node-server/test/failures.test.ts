import { EventEmitter, once } from "node:events";
import type { Fetch } from "roomkey";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RunningApp, SERVER_SECRETS, startApp } from "./support.js";

const ALWAYS = Number.POSITIVE_INFINITY;

describe("a platform that refuses", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(() => {
    app.mocks.reset();
    app.log.length = 0;
  });
  afterAll(() => app[Symbol.asyncDispose]());

  it.each([
    ["blendvision", "createChatroomToken", 401, 502, "platform_failed", "unauthenticated"],
    ["blendvision", "createChatroomToken", 403, 502, "platform_failed", "permission_denied"],
    ["blendvision", "createChatroomToken", 404, 502, "platform_failed", "not_found"],
    ["blendvision", "createChatroomToken", 429, 503, "busy", "rate_limited"],
    ["blendvision", "createChatroomToken", 503, 503, "platform_unavailable", "unavailable"],
    ["blendvision", "getChatroom", 403, 502, "platform_failed", "permission_denied"],
    ["blendvision", "getChatroomConfig", 503, 503, "platform_unavailable", "unavailable"],
    ["ibm-video", "initializeChat", 401, 502, "platform_failed", "unauthenticated"],
    ["ibm-video", "initializeChat", 402, 502, "platform_failed", "payment_required"],
    ["ibm-video", "initializeChat", 404, 502, "platform_failed", "not_found"],
    ["ibm-video", "initializeChat", 503, 503, "platform_unavailable", "unavailable"],
  ])(
    "%s %s with %i: viewers get %i %s",
    async (provider, operation, forced, status, error, code) => {
      app.mocks.force(operation, { status: forced, times: ALWAYS });
      const answer = await app.post(`/sessions/${provider}`, { name: "Ada" });
      const message = expect.stringMatching(/\.$/);
      expect(answer).toMatchObject({ status, data: { error, message } });
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const logged = `/sessions/${provider}: ${code}: ${provider} ${operation}: ${forced}`;
      expect(app.log).toEqual([expect.stringContaining(logged)]);
    },
  );

  it("says when to come back, where too many come", async () => {
    app.mocks.force("createChatroomToken", { status: 429 });
    const { headers } = await app.post("/sessions/blendvision", { name: "Ada" });
    expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
  });

  it("lets the next viewer in when it has recovered", async () => {
    app.mocks.force("getChatroomConfig", { status: 503 });
    expect((await app.post("/sessions/blendvision", { name: "Ada" })).status).toBe(503);
    expect((await app.post("/sessions/blendvision", { name: "Ada" })).status).toBe(200);
  });
});

/** An app whose platforms are this function. */
const startAppOn = (fetch: Fetch, attemptMs = 10_000) =>
  startApp((options) => ({
    blendvision: { ...options.blendvision, fetch, timeout: { attemptMs } },
    ibmVideo: { ...options.ibmVideo, fetch, timeout: { attemptMs } },
  }));

describe.each(["/sessions/blendvision", "/sessions/ibm-video"])("POST %s on a platform", (path) => {
  it.each([400, 401, 403, 500])("that echoes our credentials with %i", async (status) => {
    const seen: string[] = [];
    await using app = await startAppOn(async (input, init) => {
      const echo = JSON.stringify([...new Request(input, init).headers]);
      seen.push(echo);
      return new Response(echo, { status, headers: { "x-echo": echo } });
    });
    expect((await app.post(path, { name: "Ada" })).status).toBe(status === 500 ? 503 : 502);
    // It did get them; `post` has searched the answer and the log.
    const { accessToken, apiToken } = SERVER_SECRETS;
    expect(seen.join()).toContain(path.endsWith("ibm-video") ? accessToken : apiToken);
    expect(app.log).toHaveLength(1);
  });

  it("that cannot be reached", async () => {
    await using app = await startAppOn(() => Promise.reject(new TypeError("fetch failed")));
    expect((await app.post(path, { name: "Ada" })).status).toBe(502);
    expect(app.log).toEqual([expect.stringContaining("network:")]);
  });

  it("that never answers", async () => {
    await using app = await startAppOn((_, init) => untilAborted(init?.signal), 20);
    expect((await app.post(path, { name: "Ada" })).status).toBe(504);
    expect(app.log).toEqual([expect.stringContaining("timeout:")]);
  });

  it("that answers with something else", async () => {
    await using app = await startAppOn(async () => new Response("<html>Sign in"));
    expect((await app.post(path, { name: "Ada" })).status).toBe(502);
    expect(app.log).toEqual([expect.stringContaining("unexpected_response:")]);
  });

  it("that is not done yet when the viewer goes away: the opening is ended too", async () => {
    const platform = new EventEmitter();
    const asked = once(platform, "asked");
    const ended = once(platform, "ended");
    await using app = await startAppOn((_, init) => {
      platform.emit("asked");
      init?.signal?.addEventListener("abort", () => platform.emit("ended"));
      return untilAborted(init?.signal);
    });
    const viewer = new AbortController();
    const post = app.post(path, { name: "Ada" }, { signal: viewer.signal });
    await asked;
    viewer.abort();
    await expect(post).rejects.toThrow("abort");
    await ended;
    expect(app.log).toEqual([]);
  });
});

/** Answers only when the request is aborted, with its reason. */
function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
