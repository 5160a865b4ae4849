import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { type ClientOptions, cachedToken, type TokenSource } from "../../src/index.js";
import { json, ROOM, testClient } from "../support.js";
import { tokenServer } from "./token-server.js";

const CALLERS = 1_000;
const room = { path: { roomId: "1" } };

/** Tokens of one hour, `fake-token-1` first. */
function issuing(): RequestListener {
  let issued = 0;
  return (_, response) => {
    issued += 1;
    response.end(JSON.stringify({ value: `fake-token-${issued}`, expiresInMs: 3_600_000 }));
  };
}

/** So many calls at once; how they ended. */
function round(accessToken: TokenSource, options: ClientOptions = {}) {
  const client = testClient({ fetch: async () => json(ROOM)(), ...options }, { accessToken });
  return Promise.allSettled(Array.from({ length: CALLERS }, () => client.readRoom(room)));
}

describe("1,000 concurrent calls", () => {
  it("with an expired token cause one token request", async () => {
    await using server = await tokenServer(issuing());
    const clock = { now: () => now };
    let now = Date.now();
    const cached = cachedToken(server.fetchToken, { clock });
    await cached();
    now += 2 * 3_600_000;
    const fetched: unknown[] = [];
    const hooks = { onTokenRefresh: (event: unknown) => fetched.push(event) };
    const outcomes = await round(cached, { hooks });
    expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(server.requests()).toBe(2);
    expect(fetched).toMatchObject([{ reason: "expired" }]);
  });

  it("without a token yet cause one token request", async () => {
    await using server = await tokenServer(issuing());
    const outcomes = await round(cachedToken(server.fetchToken));
    expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(server.requests()).toBe(1);
  });

  it("close to the expiry cause one token request, and none of them waits for it", async () => {
    let asked = 0;
    await using server = await tokenServer((_, response) => {
      asked += 1;
      // The second one, in the background, is never answered.
      if (asked === 1) response.end(JSON.stringify({ value: "fake-token", expiresInMs: 30_000 }));
    });
    const cached = cachedToken(server.fetchToken);
    await cached();
    const outcomes = await round(cached);
    expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
    await expect.poll(server.requests).toBe(2);
    await round(cached);
    expect(server.requests()).toBe(2);
  });

  it("whose token the provider refuses cause one forced token request", async () => {
    await using server = await tokenServer(issuing());
    const accessToken = cachedToken(server.fetchToken);
    await accessToken();
    let requests = 0;
    const fetch = async (_: unknown, init?: RequestInit) => {
      requests += 1;
      // A turn of the event loop each, so that refusals come while others are under way.
      await new Promise(setImmediate);
      const token = new Headers(init?.headers).get("authorization");
      return token === "Bearer fake-token-2" ? json(ROOM)() : json({}, { status: 401 })();
    };
    const outcomes = await round(accessToken, { fetch });
    expect(outcomes.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(server.requests()).toBe(2);
    expect(requests).toBe(2 * CALLERS);
  });
});

describe("a token endpoint that fails is asked once for each round of 1,000 calls:", () => {
  it.each<[string, RequestListener]>([
    ["a 500", (_, response) => void response.writeHead(500).end()],
    ["a reset", ({ socket }) => void socket.resetAndDestroy()],
    [
      "an answer that breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": 100 });
        response.write("{", () => response.destroy());
      },
    ],
  ])("%s", async (_, answer) => {
    await using server = await tokenServer(answer);
    const accessToken = cachedToken(server.fetchToken);
    // With the retry that clients have by default.
    const options = { retry: {} };
    for (let rounds = 1; rounds <= 3; rounds += 1) {
      const outcomes = await round(accessToken, options);
      expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(CALLERS);
      expect(server.requests()).toBe(rounds);
    }
  });

  it("and the round after it has recovered succeeds", async () => {
    const recovered = issuing();
    let down = true;
    await using server = await tokenServer((request, response) => {
      if (down) response.writeHead(503).end();
      else recovered(request, response);
    });
    const accessToken = cachedToken(server.fetchToken);
    const failed = await round(accessToken);
    down = false;
    const succeeded = await round(accessToken);
    expect(failed.every(({ status }) => status === "rejected")).toBe(true);
    expect(succeeded.every(({ status }) => status === "fulfilled")).toBe(true);
    expect(server.requests()).toBe(2);
  });
});
