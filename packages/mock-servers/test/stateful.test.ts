import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { FAKE_KEY, signJwt, verifyJwt } from "../src/state/jwt.js";
import { getChat, postGroup, violations } from "./support/calls.js";
import { getRoom, postAccessToken, postRoom } from "./support/rooms.js";
import { documentIssues } from "./support/validate.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, stateful: true });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

// Whatever a test has asked for: no answer says anything that the document does not.
afterEach(() => {
  for (const { provider, operationId, status, response } of mocks.requests()) {
    const body: unknown = JSON.parse(response.body);
    expect([operationId, documentIssues(provider, operationId, status, body)]).toEqual([
      operationId,
      [],
    ]);
  }
});

interface Issued {
  token: string;
  expires_in: number;
  refresh_token: string;
}

type Json = Record<string, never> & Record<string, unknown>;

const json = async (response: Response): Promise<Json> => (await response.json()) as Json;

async function createRoom(body: object = {}, organization = "any"): Promise<string> {
  const response = await postRoom(mocks, "", body, { "x-bv-org-id": organization });
  return ((await response.json()) as { chatroom: { id: string } }).chatroom.id;
}

async function issue(room: string, body: object = {}): Promise<Issued> {
  return (await (await postRoom(mocks, `/${room}/tokens`, body)).json()) as Issued;
}

describe("a chatroom", () => {
  it("exists once it has been created, with the counters it was created with", async () => {
    const [one, two] = [
      await createRoom({ custom_counters: [{ key: "like" }] }),
      await createRoom(),
    ];
    expect(one).not.toBe(two);
    const { token } = await issue(one);
    const { chatroom } = await json(await getRoom(mocks, "", token));
    expect(chatroom).toMatchObject({ id: one, custom_counters: [{ key: "like", value: 0 }] });
  });

  it("that was never created is a 404", async () => {
    const response = await postRoom(mocks, "/nope/tokens");
    expect([response.status, (await json(response)).code]).toEqual([404, 5]);
    expect(violations(response)).toEqual(["There is no chatroom with this id"]);
  });

  it("of another organization is a 403", async () => {
    const room = await createRoom({}, "theirs");
    expect((await postRoom(mocks, `/${room}/tokens`)).status).toBe(403);
  });
});

describe("a chatroom token", () => {
  it("is a JWT that says who is meant, signed with a key that is no secret", async () => {
    const room = await createRoom();
    const body = { role: "ROLE_ADMIN", subject: "ada", name: "Ada", device_id: "d1" };
    const { token, expires_in } = await issue(room, body);
    expect(verifyJwt(token, FAKE_KEY)).toMatchObject({
      sub: "ada",
      chat_id: room,
      tenant_id: "any",
      type: "chatroom",
      device_id: "d1",
      roles: ["ROLE_ADMIN"],
    });
    expect(expires_in).toBe(604_800);
  });

  it("decides who one is in the room", async () => {
    const room = await createRoom();
    const roles = { role: "ROLE_ADMIN", subject: "grace", name: "Gräce", device_id: "d2" };
    const [admin, guest] = [await issue(room, roles), await issue(room)];
    expect(await json(await getRoom(mocks, "/config", admin.token))).toMatchObject({
      user: {
        is_admin: true,
        is_guest: false,
        customer_id: "grace",
        custom_name: "Gräce",
        device_id: "d2",
      },
      topic: { pub: expect.stringContaining(room) },
    });
    expect(await json(await getRoom(mocks, "/config", guest.token))).toMatchObject({
      user: { is_admin: false, is_guest: true, custom_name: "Guest" },
    });
  });

  it("expires by the clock of the servers", async () => {
    const { token } = await issue(await createRoom());
    mocks.control.clock.advance("6d");
    expect((await getRoom(mocks, "", token)).status).toBe(200);
    mocks.control.clock.advance("2d");
    const expired = await getRoom(mocks, "", token);
    expect([expired.status, (await json(expired)).message]).toEqual([
      401,
      "the credential has expired",
    ]);
  });

  it("expires when it was asked to", async () => {
    const room = await createRoom();
    mocks.control.clock.freeze();
    mocks.control.clock.set("2030-01-01T00:00:00Z");
    const issued = await issue(room, { expired_at: "2030-01-01T01:00:00Z" });
    expect(issued.expires_in).toBe(3600);
    expect(await json(await getRoom(mocks, "/config", issued.token))).toMatchObject({
      token: { expired_at: "2030-01-01T01:00:00Z" },
    });
    mocks.control.clock.advance("1h");
    expect((await getRoom(mocks, "", issued.token)).status).toBe(401);
    const past = await postRoom(mocks, `/${room}/tokens`, { expired_at: "2029-01-01T00:00:00Z" });
    expect(past.status).toBe(400);
  });

  it("that is wrong, forged or of another kind is a 401", async () => {
    const room = await createRoom();
    const { token } = await issue(room);
    const claims = { type: "chatroom", chat_id: room, tenant_id: "any", exp: 4e9 };
    const forged = signJwt(claims, "another key");
    const none = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${token.split(".")[1]}.`;
    const other = signJwt({ ...claims, type: "mqtt" });
    for (const wrong of ["nonsense", `${token}x`, `${token}.x`, forged, none, other]) {
      expect((await getRoom(mocks, "", wrong)).status).toBe(401);
    }
    expect((await getRoom(mocks, "", signJwt(claims))).status).toBe(200);
    expect((await getRoom(mocks, "", signJwt({ ...claims, tenant_id: "x" }))).status).toBe(403);
    expect((await getRoom(mocks, "", signJwt({ ...claims, chat_id: "x" }))).status).toBe(404);
  });

  it("does not open the calls that are for servers", async () => {
    const { token } = await issue(await createRoom());
    const response = await postRoom(mocks, "", {}, { authorization: `Bearer ${token}` });
    expect(response.status).toBe(403);
  });

  it("is renewed by its refresh token, for the same person, until that expires", async () => {
    const issued = await issue(await createRoom(), { subject: "ada", role: "ROLE_ADMIN" });
    mocks.control.clock.advance("8d");
    expect((await getRoom(mocks, "", issued.token)).status).toBe(401);
    const refresh = (refresh_token: string): Promise<Response> =>
      postRoom(mocks, "/tokens:refresh", { refresh_token });
    const renewed = (await json(await refresh(issued.refresh_token))) as unknown as Issued;
    expect(await json(await getRoom(mocks, "/config", renewed.token))).toMatchObject({
      user: { customer_id: "ada", is_admin: true },
    });
    expect((await refresh("made-up")).status).toBe(401);
    mocks.control.clock.advance("30d");
    expect((await refresh(issued.refresh_token)).status).toBe(401);
  });
});

describe("IBM Video", () => {
  async function accessToken(form?: Record<string, string>): Promise<Record<string, string>> {
    return (await (await postAccessToken(mocks, form)).json()) as Record<string, string>;
  }
  const as = (token: string | undefined) => ({ authorization: `Bearer ${token}` });
  const KNOWN = "0000000000000000000000000000000000acce55";

  it("answers for each channel, to access tokens that it has issued", async () => {
    const { access_token } = await accessToken();
    const { chat } = await json(await getChat(mocks, as(access_token)));
    expect(chat).toMatchObject({
      stream_data: { channel_id: "channel_1234", team: "team_1234" },
      user: { has_verified_user: true },
    });
    expect((await getChat(mocks, as("made-up"))).status).toBe(401);
    mocks.control.clock.advance("25h");
    expect((await getChat(mocks, as(access_token))).status).toBe(401);
  });

  it("knows one access token from the start, and one that names nobody", async () => {
    expect((await getChat(mocks, as(KNOWN))).status).toBe(200);
    const anonymous = as("00000000000000000000000000000000000000a0");
    expect(await json(await getChat(mocks, anonymous))).toMatchObject({
      chat: { user: { default_name: null, has_verified_user: false } },
    });
  });

  it("renews access tokens for the client they were issued to", async () => {
    const first = await accessToken();
    const renew = (client_id: string, refresh_token?: string): Promise<Response> =>
      postAccessToken(mocks, {
        grant_type: "refresh_token",
        client_id,
        ...(refresh_token && { refresh_token }),
      });
    const renewed = await json(await renew("c", first.refresh_token));
    expect(renewed.access_token).not.toBe(first.access_token);
    const user = async (token: unknown): Promise<unknown> =>
      ((await json(await getChat(mocks, as(String(token))))) as { chat?: { user: { id: string } } })
        .chat?.user.id;
    expect(await user(renewed.access_token)).toBe(await user(first.access_token));
    expect(await json(await renew("another", first.refresh_token))).toEqual({
      error: "invalid_grant",
    });
    expect(await json(await renew("c", "made-up"))).toEqual({ error: "invalid_grant" });
    expect((await renew("c")).status).toBe(400);
    mocks.control.clock.advance("31d");
    expect((await renew("c", first.refresh_token)).status).toBe(400);
  });

  it("gives each group chat an id of its own, to chat tokens that it has issued", async () => {
    const { chat } = (await json(await getChat(mocks, as(KNOWN)))) as unknown as {
      chat: { user: { token: string; id: string } };
    };
    expect(verifyJwt(chat.user.token)).toEqual({ user_id: chat.user.id });
    const open = (token: string): Promise<Response> =>
      postGroup(mocks, `participant_ids[]=a&chat_token=${token}`, as(KNOWN));
    const ids = await Promise.all(
      [1, 2].map(async () => {
        const { group } = await json(await open(chat.user.token));
        return (group as unknown as { channel_id: string }).channel_id;
      }),
    );
    expect(new Set(ids).size).toBe(2);
    expect((await open("made-up")).status).toBe(400);
  });
});

describe("the state", () => {
  it("is forgotten by reset()", async () => {
    const { token } = await issue(await createRoom());
    mocks.reset();
    expect((await getRoom(mocks, "", token)).status).toBe(404);
  });

  it("can be saved and brought back, and gives no token away", async () => {
    const issued = await issue(await createRoom());
    const url = `${mocks.controlUrl}/state`;
    const snapshot = await (await fetch(url)).text();
    expect(snapshot).not.toContain(issued.refresh_token);
    mocks.reset();
    expect((await getRoom(mocks, "", issued.token)).status).toBe(404);
    const headers = { "content-type": "application/json" };
    expect((await fetch(url, { method: "PUT", headers, body: snapshot })).status).toBe(204);
    expect((await getRoom(mocks, "", issued.token)).status).toBe(200);
    const { refresh_token } = issued;
    expect((await postRoom(mocks, "/tokens:refresh", { refresh_token })).status).toBe(200);
    const bad = await fetch(url, { method: "PUT", headers, body: '{"version":2}' });
    expect([bad.status, (await json(bad)).detail]).toEqual([400, expect.stringContaining("made")]);
    expect((await fetch(url, { method: "DELETE" })).status).toBe(204);
    expect(mocks.control.state?.snapshot().rooms).toEqual({});
    mocks.control.state?.restore(JSON.parse(snapshot));
    expect(Object.keys(mocks.control.state?.snapshot().rooms ?? {})).toHaveLength(1);
  });

  it("is not there in other modes", async () => {
    await using stateless = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    expect(stateless.control.state).toBeUndefined();
    expect((await fetch(`${stateless.controlUrl}/state`)).status).toBe(409);
  });

  it("leaves answers alone that are asked for by name, and refuses what the document refuses", async () => {
    const headers = { authorization: "Bearer made-up", prefer: "example=working" };
    expect((await getChat(mocks, headers)).status).toBe(200);
    mocks.control.addRule({ match: { operationId: "initializeChat" }, answer: { status: 402 } });
    expect((await getChat(mocks, { authorization: "Bearer made-up" })).status).toBe(402);
    const bad = await postRoom(mocks, "", { custom_counters: "none" });
    expect(bad.status).toBe(400);
  });
});

describe("a request that is wrong in more than one way", () => {
  it("is told about its credential first, as real servers do, and in the header about the rest", async () => {
    const group = await postGroup(mocks, "name=x", { authorization: "Bearer made-up" });
    expect([group.status, violations(group)]).toEqual([
      401,
      [
        "The access token was not issued here",
        "Request body must have required property 'participant_ids[]'",
        "Request body must have required property 'chat_token'",
      ],
    ]);
    const { token } = await issue(await createRoom());
    const viewer = { authorization: `Bearer ${token}` };
    const bad = { custom_counters: "none" };
    expect((await postRoom(mocks, "", bad, viewer)).status).toBe(403);
    expect((await postRoom(mocks, "", bad, { authorization: "" })).status).toBe(401);
    expect((await postRoom(mocks, "", bad)).status).toBe(400);
  });

  it("with a body that is no JSON or no form, as well", async () => {
    const { token } = await issue(await createRoom());
    const url = `${mocks.blendvision}/bv/chatroom/v1/chatrooms`;
    const type = "application/json";
    const post = async (authorization: string): Promise<number> => {
      const headers = { authorization, "x-bv-org-id": "any", "content-type": type };
      return (await fetch(url, { method: "POST", headers, body: "{" })).status;
    };
    expect([await post(`Bearer ${token}`), await post("Bearer any")]).toEqual([403, 400]);
    const wrongType = { authorization: "Bearer made-up", "content-type": "text/plain" };
    expect((await postGroup(mocks, "x", wrongType)).status).toBe(401);
  });
});

describe("the clock", () => {
  it("stands still at the very moment that it is moved to, however long that takes", async () => {
    let time = Date.now();
    // Time goes by whenever somebody looks.
    const looks = vi.spyOn(Date, "now").mockImplementation(() => time++);
    const slow = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, stateful: true });
    try {
      const body = JSON.stringify({ now: "2030-01-01T00:00:00Z", advance: 5, freeze: true });
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${slow.controlUrl}/clock`, { method: "POST", headers, body });
      expect(await json(response)).toEqual({ now: "2030-01-01T00:00:00.005Z", frozen: true });
    } finally {
      looks.mockRestore();
      await slow.stop();
    }
  });

  it("is moved through the control API", async () => {
    const move = async (body?: object): Promise<unknown> => {
      const response = await fetch(`${mocks.controlUrl}/clock`, {
        ...(body && { method: "POST", body: JSON.stringify(body) }),
        headers: { "content-type": "application/json" },
      });
      const { now, frozen } = await json(response);
      return response.ok ? [now, frozen] : response.status;
    };
    expect(await move({ now: "2030-01-01T00:00:00Z", freeze: true })).toEqual([
      "2030-01-01T00:00:00.000Z",
      true,
    ]);
    expect(await move({ advance: "1d" })).toEqual(["2030-01-02T00:00:00.000Z", true]);
    expect(await move()).toEqual(["2030-01-02T00:00:00.000Z", true]);
    expect(await move({ advance: "soon" })).toBe(400);
    expect(await move({ now: "soon" })).toBe(400);
    expect(await move({ later: 1 })).toBe(400);
    expect(await move({ reset: true })).toEqual([expect.stringMatching(/^20/), false]);
    expect(Math.abs(mocks.control.clock.now().getTime() - Date.now())).toBeLessThan(1000);
  });
});
