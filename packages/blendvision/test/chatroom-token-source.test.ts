import { inspect } from "node:util";
import type { Token, TokenRequest, TokenSource } from "@roomkey/http";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type BlendVisionRefreshTokenOptions,
  blendvisionRefreshToken,
  createBlendVisionClient,
  isApiError,
} from "../src/index.js";

const WEEK = 604_800_000;
const SECRET = "fake-refresh-token";

/** Asks a source as the client does. */
function ask(source: TokenSource, request: TokenRequest = {}): Promise<Token> {
  if (typeof source === "string") throw new Error("not a function");
  return Promise.resolve(source(request)) as Promise<Token>;
}

/** A source whose refresh calls give chatroom-1, chatroom-2, …, each valid for a week. */
function sourceWith(options: Partial<BlendVisionRefreshTokenOptions> = {}) {
  const clock = { time: 1_000_000_000_000, now: () => clock.time };
  const failures: (() => Response)[] = [];
  let granted = 0;
  const fetch = vi.fn(async (_url: unknown, _init?: RequestInit): Promise<Response> => {
    const failure = failures.shift();
    if (failure !== undefined) return failure();
    granted += 1;
    return Response.json({ token: `fake-chatroom-${granted}`, expires_in: 604_800 });
  });
  const source = blendvisionRefreshToken({ refreshToken: SECRET, fetch, clock, ...options });
  return { source, fetch, clock, failures };
}

/** A chatroom that accepts one chatroom token, and refuses every other. */
function chatroomApi(accepted: string) {
  const seen: (string | null)[] = [];
  const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    const sent = new Headers(init.headers).get("authorization");
    seen.push(sent);
    if (sent !== `Bearer ${accepted}`) {
      return Response.json({ code: 16, message: "unauthenticated" }, { status: 401 });
    }
    return Response.json({ error: "far enough" }, { status: 404 });
  };
  return { fetch, seen };
}

describe("against the mock server", () => {
  let mocks: MockServers;
  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  });
  afterAll(() => mocks.stop());

  it("opens a chatroom, with valid requests and one refresh", async () => {
    const { blendvision: baseUrl } = mocks;
    const chatroomToken = blendvisionRefreshToken({ refreshToken: SECRET, baseUrl });
    const client = createBlendVisionClient({ chatroomToken, baseUrl });
    await Promise.all([client.getChatroom(), client.getChatroomConfig()]);
    const requests = mocks.requests();
    expect(requests.map(({ operationId }) => operationId).sort()).toEqual([
      "getChatroom",
      "getChatroomConfig",
      "refreshChatroomToken",
    ]);
    expect(requests.flatMap(({ violations }) => violations)).toEqual([]);
  });

  it("hands a refused refresh token to the caller, under the name of its own operation", async () => {
    const { blendvision: baseUrl } = mocks;
    mocks.force("refreshChatroomToken", { status: 401 });
    const chatroomToken = blendvisionRefreshToken({ refreshToken: SECRET, baseUrl });
    const client = createBlendVisionClient({ chatroomToken, baseUrl });
    const error: unknown = await client.getChatroom().catch((thrown: unknown) => thrown);
    expect(isApiError(error, "refreshChatroomToken", 401)).toBe(true);
    expect(isApiError(error, "getChatroom")).toBe(false);
    mocks.reset();
  });
});

describe("blendvisionRefreshToken", () => {
  it("gives a chatroom token until close to its expiry, counted from the question", async () => {
    const { source, fetch, clock } = sourceWith();
    fetch.mockImplementationOnce(async () => {
      clock.time += 2_000;
      return Response.json({ token: "fake-slow", expires_in: 604_800 });
    });
    const asked = clock.time;
    const first = await ask(source);
    expect(first).toEqual({ value: "fake-slow", expiresAt: new Date(asked + WEEK) });
    clock.time = asked + WEEK - 60_001;
    expect(await ask(source)).toEqual(first);
    expect(fetch).toHaveBeenCalledTimes(1);
    clock.time = asked + WEEK - 60_000;
    expect(await ask(source)).toEqual(first);
    await vi.waitFor(async () => expect((await ask(source)).value).toBe("fake-chatroom-1"));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("uses the same refresh token each time: no other is documented to come", async () => {
    const { source, fetch } = sourceWith();
    const { value: rejected } = await ask(source);
    await ask(source, { rejected });
    expect(fetch.mock.calls.map(([, init]) => init?.body)).toEqual(
      Array(2).fill(JSON.stringify({ refresh_token: SECRET })),
    );
  });

  it("fetches once for any number of callers", async () => {
    const { source, fetch } = sourceWith();
    const values = await Promise.all(Array.from({ length: 1_000 }, () => ask(source)));
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(["fake-chatroom-1"]));
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("fetches another chatroom token after a 401, once for all calls", async () => {
    const { source, fetch } = sourceWith();
    const api = chatroomApi("fake-chatroom-2");
    const client = createBlendVisionClient({ chatroomToken: source, fetch: api.fetch });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => client.getChatroom.result()),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(Array(10).fill(404));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("gives up after one fresh chatroom token", async () => {
    const api = chatroomApi("another");
    const client = createBlendVisionClient({
      chatroomToken: sourceWith().source,
      fetch: api.fetch,
    });
    const call = client.getChatroom();
    await expect(call).rejects.toMatchObject({ operation: "getChatroom", status: 401 });
    expect(api.seen).toEqual(["Bearer fake-chatroom-1", "Bearer fake-chatroom-2"]);
  });

  it("does not keep a failure", async () => {
    const { source, failures } = sourceWith();
    failures.push(() => Response.json({ code: 16 }, { status: 401 }));
    await expect(ask(source)).rejects.toMatchObject({
      provider: "blendvision",
      operation: "refreshChatroomToken",
      code: "unauthenticated",
      providerCode: "UNAUTHENTICATED",
    });
    expect((await ask(source)).value).toBe("fake-chatroom-1");
  });

  it("has the options of a client for its refreshes, and a store for its chatroom token", async () => {
    const onRequest = vi.fn();
    const store = new Map<string, unknown>();
    const baseUrl = "https://proxy.example.com/bv";
    const options = { baseUrl, store, storeKey: "ada", hooks: { onRequest } };
    const { source, fetch, clock } = sourceWith(options);
    await ask(source);
    expect(fetch.mock.calls[0]?.[0]).toBe(`${baseUrl}/bv/chatroom/v1/chatrooms/tokens:refresh`);
    expect(onRequest).toHaveBeenCalledWith(
      expect.objectContaining({ operation: "refreshChatroomToken" }),
    );
    expect([...store]).toEqual([
      ["ada", { value: "fake-chatroom-1", expiresAt: clock.time + WEEK }],
    ]);
  });

  it("takes no store without a key of this viewer's own", () => {
    expect(() => sourceWith({ store: new Map<string, unknown>() })).toThrow(
      expect.objectContaining({ code: "configuration", argument: "storeKey" }),
    );
  });

  it("without a refresh token asks nobody", async () => {
    const { source, fetch } = sourceWith({ refreshToken: "" });
    await expect(ask(source)).rejects.toMatchObject({
      code: "configuration",
      argument: "refresh_token",
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("works on the real time where no clock is given", async () => {
    const fetch = async () => Response.json({ token: "fake-chatroom", expires_in: 60 });
    const before = Date.now();
    const { expiresAt } = await ask(blendvisionRefreshToken({ refreshToken: SECRET, fetch }));
    expect(+(expiresAt ?? 0)).toBeGreaterThanOrEqual(before + 60_000);
    expect(+(expiresAt ?? 0)).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it("shows no secret, neither itself nor its errors", async () => {
    const { source, failures } = sourceWith();
    failures.push(() => Response.json({ code: 3, message: `no ${SECRET}` }, { status: 400 }));
    const error: unknown = await ask(source).catch((thrown: unknown) => thrown);
    await ask(source);
    const shown = [source, error].flatMap((value) => [
      inspect(value, { depth: 9, showHidden: true }),
      JSON.stringify(value),
      String(value),
    ]);
    expect(shown.join()).toContain("refreshChatroomToken");
    for (const secret of [SECRET, "fake-chatroom-1"]) expect(shown.join()).not.toContain(secret);
  });
});
