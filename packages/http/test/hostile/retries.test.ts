import { describe, expect, it } from "vitest";
import { cachedToken } from "../../src/index.js";
import { testClient } from "../support.js";
import { answer, CHUNKED, raw, resets, sends, sendsAndEnds, sendsAndResets } from "./behaviours.js";
import { hostileServer, refusingUrl } from "./hostile-server.js";
import { ending, GOOD } from "./support.js";

const good = sends(answer("200 OK", GOOD));
const retry = { baseDelayMs: 1 };
const group = { path: { roomId: "1" }, body: { "participant_ids[]": ["a", "b"] } };

describe("with retry, a GET gets over", () => {
  it.each([
    ["a reset", resets],
    ["a reset in the body", sendsAndResets(raw("200 OK", CHUNKED, "5\r\n"))],
    ["an empty answer", sendsAndEnds("")],
    ["garbage", sendsAndEnds("garbage\r\n\r\n")],
    ["a truncated answer", sendsAndEnds(raw("200 OK", ["Content-Length: 40"], GOOD))],
    ["chunked garbage", sends(raw("200 OK", CHUNKED, "zz\r\n"))],
    ["a 503 that breaks off", sendsAndEnds(raw("503 Down", ["Content-Length: 40"], "{"))],
  ])("%s", async (_, behaviour) => {
    const { data, requests } = await ending([behaviour, behaviour, good], { retry });
    expect(data).toEqual(JSON.parse(GOOD));
    expect(requests).toHaveLength(3);
  });
});

describe("with retry, a POST", () => {
  it("is sent once where the server may have acted", async () => {
    for (const behaviour of [resets, sendsAndEnds(""), sends(raw("200 OK", CHUNKED, "zz\r\n"))]) {
      await using server = await hostileServer(behaviour);
      const client = testClient({ baseUrl: server.baseUrl, retry });
      const error = await client.startGroup(group).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ attempts: 1 });
      expect(server.requests).toHaveLength(1);
    }
  });

  it("is sent again where the server surely did not: refused", async () => {
    const client = testClient({ baseUrl: await refusingUrl(), retry });
    const error = await client.startGroup(group).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "network", attempts: 3 });
  });
});

describe("50 consecutive 401s", () => {
  const refusing = sends(answer("401 No", '{"error":"invalid_token"}'));
  const source = () => {
    let fetched = 0;
    const accessToken = () => {
      fetched += 1;
      return `fake-token-${fetched}`;
    };
    return { accessToken, fetched: () => fetched };
  };

  it("cause two requests for each call, and an UnauthenticatedError", async () => {
    await using server = await hostileServer(refusing);
    const { accessToken, fetched } = source();
    const client = testClient({ baseUrl: server.baseUrl, retry: {} }, { accessToken });
    for (let call = 1; call <= 25; call += 1) {
      await expect(client.startGroup(group)).rejects.toMatchObject({
        code: "unauthenticated",
        attempts: 2,
      });
      expect(server.requests).toHaveLength(2 * call);
    }
    expect(fetched()).toBe(50);
    expect(new Set(server.requests.map((head) => /fake-token-\d+/.exec(head)?.[0])).size).toBe(50);
  });

  it("cause one forced refresh for each call of a cached token", async () => {
    await using server = await hostileServer(refusing);
    const { accessToken, fetched } = source();
    const cached = cachedToken(accessToken);
    const client = testClient({ baseUrl: server.baseUrl, retry: {} }, { accessToken: cached });
    for (let call = 1; call <= 25; call += 1) {
      await expect(client.startGroup(group)).rejects.toMatchObject({ code: "unauthenticated" });
      expect([server.requests.length, fetched()]).toEqual([2 * call, call + 1]);
    }
  });

  it("cause one request for each call where the token cannot change", async () => {
    await using server = await hostileServer(refusing);
    const client = testClient({ baseUrl: server.baseUrl, retry: {} });
    for (let call = 1; call <= 50; call += 1) {
      await expect(client.startGroup(group)).rejects.toMatchObject({ code: "unauthenticated" });
    }
    expect(server.requests).toHaveLength(50);
  });
});
