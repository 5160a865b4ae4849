import { inspect } from "node:util";
import type { Token, TokenRequest, TokenSource } from "@roomkey/http";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createIbmVideoClient } from "../src/index.js";
import {
  type IbmRefreshTokenOptions,
  ibmClientCredentials,
  ibmRefreshToken,
} from "../src/server.js";

const DAY = 86_400_000;
const SECRET = "fake-client-secret";
const FIRST = "fake-refresh-token-0";
const application = { clientId: "fake-client", clientSecret: SECRET };

/** Asks a source as the client does. */
function ask(source: TokenSource, request: TokenRequest = {}): Promise<Token> {
  if (typeof source === "string") throw new Error("not a function");
  return Promise.resolve(source(request)) as Promise<Token>;
}

/** A time of the test's own. */
function clockAt(start = 1_000_000_000_000) {
  const clock = { time: start, now: () => clock.time };
  return clock;
}

/** A token endpoint that gives access-1 and refresh-1, access-2 and refresh-2, … */
function tokenEndpoint(answer: Readonly<Record<string, unknown>> = {}) {
  const forms: Readonly<Record<string, string>>[] = [];
  const failures: (() => Response | Promise<Response>)[] = [];
  let granted = 0;
  const fetch = vi.fn(async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    forms.push(Object.fromEntries(new URLSearchParams(String(init.body))));
    const failure = failures.shift();
    if (failure !== undefined) return failure();
    granted += 1;
    return Response.json({
      access_token: `fake-access-${granted}`,
      refresh_token: `fake-refresh-token-${granted}`,
      token_type: "bearer",
      expires_in: 86_400,
      ...answer,
    });
  });
  /** The refresh tokens that were spent, in order. */
  const spent = () => forms.map((form) => form.refresh_token);
  return { fetch, forms, failures, spent };
}

/** A channel API that accepts one access token, and refuses every other. */
function channelApi(accepted: () => string) {
  const seen: (string | null)[] = [];
  const fetch = async (_url: unknown, init: RequestInit = {}): Promise<Response> => {
    const sent = new Headers(init.headers).get("authorization");
    seen.push(sent);
    if (sent !== `Bearer ${accepted()}`) {
      return Response.json({ error: "invalid_token" }, { status: 401 });
    }
    return Response.json({ group: { channel_id: "g", channel_type: "messaging", team: "t" } });
  };
  return { fetch, seen };
}

const groupOf = (options: Parameters<typeof createIbmVideoClient>[0]) =>
  createIbmVideoClient(options).initializeGroupChat({
    path: { channelId: "1" },
    body: { "participant_ids[]": ["a", "b"], chat_token: "fake-chat-token" },
  });

/** Both kinds of source, for what they have in common. */
const kinds = [
  ["ibmClientCredentials", ibmClientCredentials],
  [
    "ibmRefreshToken",
    (options: Omit<IbmRefreshTokenOptions, "refreshToken">) =>
      ibmRefreshToken({ refreshToken: FIRST, ...options }),
  ],
] as const;

describe("against the mock server", () => {
  let mocks: MockServers;
  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  });
  afterAll(() => mocks.stop());

  it.each(kinds)(
    "%s opens a chat, with valid requests and one token request",
    async (_, source) => {
      const { ibmVideo: baseUrl } = mocks;
      mocks.reset();
      const accessToken = source({ ...application, baseUrl });
      const client = createIbmVideoClient({ accessToken, baseUrl });
      await Promise.all(
        [1, 2, 3].map((n) => client.initializeChat({ path: { channelId: `${n}` } })),
      );
      const requests = mocks.requests();
      expect(requests.map(({ operationId }) => operationId).sort()).toEqual([
        "createAccessToken",
        "initializeChat",
        "initializeChat",
        "initializeChat",
      ]);
      expect(requests.flatMap(({ violations }) => violations)).toEqual([]);
    },
  );

  it.each(kinds)("%s hands the refusal of the token endpoint to the caller", async (_, source) => {
    const { ibmVideo: baseUrl } = mocks;
    mocks.force("createAccessToken", { status: 400 });
    const accessToken = source({ ...application, baseUrl });
    const client = createIbmVideoClient({ accessToken, baseUrl });
    await expect(client.initializeChat({ path: { channelId: "1" } })).rejects.toMatchObject({
      operation: "createAccessToken",
      status: 400,
    });
    mocks.reset();
  });
});

describe.each(kinds)("%s", (_, source) => {
  it("gives an access token until close to its expiry, counted from the question", async () => {
    const clock = clockAt();
    const { fetch } = tokenEndpoint();
    const slow = async (url: unknown, init?: RequestInit) => {
      const answer = await fetch(url, init);
      clock.time += 2_000;
      return answer;
    };
    const asked = clock.time;
    const accessToken = source({ ...application, fetch: slow, clock });
    const first = await ask(accessToken);
    expect(first).toEqual({ value: "fake-access-1", expiresAt: new Date(asked + DAY) });
    clock.time = asked + DAY - 60_001;
    expect(await ask(accessToken)).toEqual(first);
    expect(fetch).toHaveBeenCalledTimes(1);
    clock.time = asked + DAY - 60_000;
    expect(await ask(accessToken)).toEqual(first);
    await vi.waitFor(async () => expect((await ask(accessToken)).value).toBe("fake-access-2"));
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it("fetches once for any number of callers", async () => {
    const { fetch } = tokenEndpoint();
    const accessToken = source({ ...application, fetch });
    const values = await Promise.all(Array.from({ length: 1_000 }, () => ask(accessToken)));
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(["fake-access-1"]));
    expect(fetch).toHaveBeenCalledOnce();
  });

  it("fetches another access token after a 401, and the call goes through", async () => {
    const endpoint = tokenEndpoint();
    const api = channelApi(() => "fake-access-2");
    const accessToken = source({ ...application, fetch: endpoint.fetch });
    const calls = Array.from({ length: 10 }, () => groupOf({ accessToken, fetch: api.fetch }));
    await Promise.all(calls);
    expect(endpoint.fetch).toHaveBeenCalledTimes(2);
    expect(api.seen.at(-1)).toBe("Bearer fake-access-2");
  });

  it("gives up after one fresh access token", async () => {
    const endpoint = tokenEndpoint();
    const api = channelApi(() => "another");
    const accessToken = source({ ...application, fetch: endpoint.fetch });
    const call = groupOf({ accessToken, fetch: api.fetch });
    await expect(call).rejects.toMatchObject({ operation: "initializeGroupChat", status: 401 });
    expect(api.seen).toEqual(["Bearer fake-access-1", "Bearer fake-access-2"]);
  });

  it("does not keep a failure; the caller sees the token endpoint's own error", async () => {
    const endpoint = tokenEndpoint();
    endpoint.failures.push(() => Response.json({ error: "invalid_client" }, { status: 400 }));
    const api = channelApi(() => "fake-access-1");
    const accessToken = source({ ...application, fetch: endpoint.fetch });
    await expect(groupOf({ accessToken, fetch: api.fetch })).rejects.toMatchObject({
      provider: "ibm-video",
      operation: "createAccessToken",
      code: "invalid_request",
      providerCode: "invalid_client",
    });
    expect(api.seen).toEqual([]);
    await groupOf({ accessToken, fetch: api.fetch });
    expect(endpoint.fetch).toHaveBeenCalledTimes(2);
  });

  it("has the options of a client for its token requests", async () => {
    const { fetch } = tokenEndpoint();
    const onRequest = vi.fn();
    const baseUrl = "https://proxy.example.com/ibm";
    await ask(source({ ...application, fetch, baseUrl, hooks: { onRequest } }));
    expect(onRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        operation: "createAccessToken",
        url: "https://proxy.example.com/ibm/oauth2/token",
      }),
    );
  });

  it("shares its access token through a store, and asks nobody where there is one", async () => {
    const store = new Map<string, unknown>();
    const clock = clockAt();
    const one = tokenEndpoint();
    const two = tokenEndpoint();
    const options = { ...application, store, storeKey: "ada", clock };
    await ask(source({ ...options, fetch: one.fetch }));
    expect(await ask(source({ ...options, fetch: two.fetch }))).toEqual({
      value: "fake-access-1",
      expiresAt: new Date(clock.time + DAY),
    });
    expect(two.fetch).not.toHaveBeenCalled();
    expect([...store]).toEqual([["ada", { value: "fake-access-1", expiresAt: clock.time + DAY }]]);
  });

  it("shows no secret, neither itself nor its errors", async () => {
    const endpoint = tokenEndpoint();
    const echo = () =>
      Response.json({ error: `no ${SECRET}, no ${FIRST}, no fake-client` }, { status: 400 });
    endpoint.failures.push(echo, echo);
    const accessToken = source({ ...application, fetch: endpoint.fetch });
    const error: unknown = await ask(accessToken).catch((thrown: unknown) => thrown);
    const shown = [accessToken, error, { cause: error }].flatMap((value) => [
      inspect(value, { depth: 9, showHidden: true }),
      JSON.stringify(value),
      String(value),
    ]);
    expect(shown.join()).toContain("createAccessToken");
    for (const secret of [SECRET, "fake-access-1"]) expect(shown.join()).not.toContain(secret);
    if (endpoint.spent()[0] !== undefined) expect(shown.join()).not.toContain(FIRST);
  });

  it("refuses to be made in a browser", () => {
    vi.stubGlobal("document", {});
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0" });
    try {
      expect(() => source(application)).toThrow(
        expect.objectContaining({ argument: "clientSecret" }),
      );
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe("ibmClientCredentials", () => {
  it("sends what it is given, and nothing else", async () => {
    const { fetch, forms } = tokenEndpoint();
    await ask(ibmClientCredentials({ ...application, fetch }));
    await ask(ibmClientCredentials({ ...application, fetch, deviceName: "web", scope: "a b" }));
    const form = { grant_type: "client_credentials", client_id: "fake-client" };
    expect(forms).toEqual([form, { ...form, device_name: "web", scope: "a b" }]);
  });

  it("keeps the access tokens of applications and scopes apart in a common store", async () => {
    const store = new Map<string, unknown>();
    const { fetch } = tokenEndpoint();
    await ask(ibmClientCredentials({ ...application, fetch, store }));
    await ask(ibmClientCredentials({ ...application, clientId: "other", fetch, store }));
    await ask(ibmClientCredentials({ ...application, scope: "a", fetch, store }));
    expect([...store.keys()]).toEqual([
      "roomkey:ibm-video:fake-client",
      "roomkey:ibm-video:other",
      "roomkey:ibm-video:fake-client:a",
    ]);
  });
});

describe("ibmRefreshToken", () => {
  /** A source whose access token is refused by each `renew`, so that it has to get another. */
  function rotating(options: Partial<IbmRefreshTokenOptions> = {}, answer = {}) {
    const endpoint = tokenEndpoint(answer);
    const { fetch } = endpoint;
    const source = ibmRefreshToken({ ...application, fetch, refreshToken: FIRST, ...options });
    let rejected: string | undefined;
    const renew = async (): Promise<string> => {
      const { value } = await ask(source, rejected === undefined ? {} : { rejected });
      rejected = value;
      return value;
    };
    return { ...endpoint, source, renew };
  }

  it("spends each refresh token once, and tells of each new one", async () => {
    const onRotate = vi.fn();
    const { renew, forms, spent } = rotating({ onRotate });
    await renew();
    await renew();
    expect(spent()).toEqual([FIRST, "fake-refresh-token-1"]);
    expect(forms[0]).toEqual({
      grant_type: "refresh_token",
      client_id: "fake-client",
      refresh_token: FIRST,
    });
    expect(onRotate.mock.calls).toEqual([["fake-refresh-token-1"], ["fake-refresh-token-2"]]);
  });

  it.each([
    ["none comes", { refresh_token: undefined }],
    ["the same comes back", { refresh_token: FIRST }],
  ])("keeps the refresh token when %s", async (_, answer) => {
    const onRotate = vi.fn();
    const { renew, spent } = rotating({ onRotate }, answer);
    await renew();
    await renew();
    expect(spent()).toEqual([FIRST, FIRST]);
    expect(onRotate).not.toHaveBeenCalled();
  });

  it("waits for `onRotate` before it gives the access token out", async () => {
    let keep: () => void = () => {};
    const onRotate = () => new Promise<void>((resolve) => (keep = resolve));
    const { renew, fetch } = rotating({ onRotate });
    const done = vi.fn();
    const renewed = renew().then(done);
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).not.toHaveBeenCalled();
    keep();
    await renewed;
    expect(done).toHaveBeenCalledWith("fake-access-1");
  });

  it("fails with `onRotate`, then tells it again without another renewal", async () => {
    const down = new Error("database down");
    const onRotate = vi.fn().mockRejectedValueOnce(down).mockRejectedValueOnce(down);
    const { renew, spent } = rotating({ onRotate });
    await expect(renew()).rejects.toBe(down);
    await expect(renew()).rejects.toBe(down);
    expect(await renew()).toBe("fake-access-1");
    expect(spent()).toEqual([FIRST]);
    expect(onRotate.mock.calls).toEqual(Array(3).fill(["fake-refresh-token-1"]));
    expect(await renew()).toBe("fake-access-2");
    expect(spent()).toEqual([FIRST, "fake-refresh-token-1"]);
  });

  it("renews with the newest refresh token when the untold access token has expired", async () => {
    const clock = clockAt();
    const onRotate = vi.fn().mockRejectedValueOnce(new Error("database down"));
    const { renew, spent } = rotating({ onRotate, clock });
    await renew().catch(() => {});
    clock.time += DAY;
    expect(await renew()).toBe("fake-access-2");
    expect(spent()).toEqual([FIRST, "fake-refresh-token-1"]);
    expect(onRotate).toHaveBeenLastCalledWith("fake-refresh-token-2");
  });

  it("renews with the newest refresh token when the untold access token was refused", async () => {
    const onRotate = vi.fn().mockRejectedValueOnce(new Error("database down"));
    const { source, spent } = rotating({ onRotate });
    await ask(source).catch(() => {});
    expect((await ask(source, { rejected: "fake-access-1" })).value).toBe("fake-access-2");
    expect(spent()).toEqual([FIRST, "fake-refresh-token-1"]);
  });

  it("never spends one refresh token twice, not even when two renewals are wanted at once", async () => {
    const clock = clockAt();
    let answer: () => void = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const endpoint = tokenEndpoint();
    const fetch = async (url: unknown, init?: RequestInit) => {
      const response = await endpoint.fetch(url, init);
      if (endpoint.forms.length === 2) await held;
      return response;
    };
    const source = ibmRefreshToken({ ...application, fetch, clock, refreshToken: FIRST });
    const { value: rejected } = await ask(source);
    clock.time += DAY - 30_000;
    await ask(source);
    const forced = ask(source, { rejected });
    await vi.waitFor(() => expect(endpoint.forms).toHaveLength(2));
    answer();
    expect((await forced).value).toBe("fake-access-3");
    expect(endpoint.spent()).toEqual([FIRST, "fake-refresh-token-1", "fake-refresh-token-2"]);
  });

  it("keeps its refresh token, and goes on, after a renewal that failed", async () => {
    const { renew, spent, failures } = rotating();
    failures.push(() => Response.json({ error: "invalid_grant" }, { status: 400 }));
    await expect(renew()).rejects.toMatchObject({ providerCode: "invalid_grant" });
    expect(await renew()).toBe("fake-access-1");
    expect(spent()).toEqual([FIRST, FIRST]);
  });

  it("asks a function for the refresh token before each renewal: others may have renewed it", async () => {
    const kept = ["kept-by-us", "fake-refresh-token-1", "kept-by-another", "kept-by-another"];
    const refreshToken = vi.fn(async () => kept.shift() ?? "");
    const { renew, spent } = rotating({ refreshToken });
    await renew();
    await renew();
    await renew();
    // Not kept yet, or not by this function: ours is newer than what was spent already.
    await renew();
    expect(spent()).toEqual([
      "kept-by-us",
      "fake-refresh-token-1",
      "kept-by-another",
      "fake-refresh-token-3",
    ]);
  });

  it.each(["", undefined, null])(
    "without a refresh token (%j) asks nobody",
    async (refreshToken) => {
      const { renew, fetch } = rotating({ refreshToken: refreshToken as string });
      await expect(renew()).rejects.toMatchObject({
        code: "configuration",
        argument: "refreshToken",
      });
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it("takes no store without a key of this user's own", () => {
    const store = new Map<string, unknown>();
    expect(() => rotating({ store })).toThrow(
      expect.objectContaining({ code: "configuration", argument: "storeKey" }),
    );
  });
});
