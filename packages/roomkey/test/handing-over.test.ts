import { describe, expect, it } from "vitest";
import { blendvision } from "../src/blendvision/index.js";
import { ibmVideo } from "../src/ibm-video/index.js";
import { exportSession, importSession, openChat } from "../src/index.js";
import {
  CONFIG_PATH,
  configWire,
  IBM_PATH,
  ibmWire,
  ROOM_PATH,
  roomWire,
  routedFetch,
} from "./support.js";

const poll = {
  id: "poll-1",
  type: "POLL_TYPE_SINGLE_CHOICE",
  status: "POLL_STATUS_ACTIVE",
  votes_count: 3,
  multi_choice: {
    question: "Tea?",
    options: [{ id: "o1", text: "Yes", corrected: true, votes_count: 2 }],
  },
  started_at: "2026-01-02T00:00:00Z",
  ended_at: null,
};
const routes = {
  [IBM_PATH]: () => ibmWire(),
  [ROOM_PATH]: () => roomWire({ active_poll: poll }),
  [CONFIG_PATH]: () => configWire(),
};
const provider = (expiresAt = new Date("2099-01-01T00:00:00Z")) =>
  blendvision({ chatroomToken: "fake-chatroom", expiresAt, fetch: routedFetch(routes).fetch });
const exported = async () => exportSession(await openChat(provider()));
const roundTrip = async () =>
  JSON.parse(JSON.stringify(await exported())) as Record<string, unknown>;

describe("an exported session", () => {
  it("is plain JSON with the viewer's secrets, and imports to the same session", async () => {
    const session = await openChat(provider());
    const data: unknown = JSON.parse(JSON.stringify(exportSession(session)));
    expect(data).toMatchObject({
      version: 1,
      provider: "blendvision",
      expiresAt: "2099-01-01T00:00:00.000Z",
      viewerSecrets: { chatroomToken: "fake-chatroom" },
    });
    const imported = importSession(data);
    const { wire: _, ...members } = session;
    expect({ ...imported, connection: { ...imported.connection } }).toEqual({
      ...members,
      connection: { ...session.connection },
    });
  });

  it("can be exported again after importing", async () => {
    const data = await exported();
    expect(exportSession(importSession(data))).toEqual(data);
  });

  it("carries neither the wire nor methods, nor IBM's access token", async () => {
    const { fetch } = routedFetch(routes);
    const session = await openChat(
      ibmVideo({ channelId: "1234", accessToken: "fake-access", fetch }),
    );
    const data = exportSession(session);
    expect(Object.keys(data)).not.toContain("wire");
    expect(Object.keys(data)).not.toContain("createGroupChat");
    expect(JSON.stringify(data)).not.toContain("fake-access");
    expect(data.viewerSecrets).toEqual({});
  });
});

describe("importing refuses", () => {
  it.each([null, undefined, "text", 7, []])("%j", (data) => {
    expect(() => importSession(data)).toThrow(
      expect.objectContaining({ code: "configuration", argument: "data" }),
    );
  });

  it.each([
    [{ version: 2 }, "version", /version 2 is newer than 1, update roomkey/],
    [{ version: undefined }, "version", /no object that exportSession wrote/],
    [{ version: "1" }, "version", /no object that exportSession wrote/],
    [{ version: 0 }, "version", /no object that exportSession wrote/],
    [{ connection: { protocol: "mqtt" } }, "connection.url", /no text/],
    [{ connection: { protocol: "stream", apiKey: "k" } }, "connection.options.baseURL", /no text/],
    [{ pinnedMessages: "no" }, "pinnedMessages", /no list/],
    [{ blockedUsers: {} }, "blockedUsers", /no list/],
    [{ room: null }, "room", /no object/],
    [{ room: { kind: "chatroom" } }, "room.id", /no text/],
    [{ user: { id: "" } }, "user.id", /no text/],
    [{ connection: { protocol: 7 } }, "connection.protocol", /no text/],
    [{ capabilities: [] }, "capabilities", /no object/],
    [{ viewerSecrets: undefined }, "viewerSecrets", /no object/],
    [{ expiresAt: "someday" }, "expiresAt", /no time/],
    [{ expiresAt: 7 }, "expiresAt", /no time/],
    [{ activePoll: { startedAt: "x" } }, "activePoll.startedAt", /no time/],
    [{ expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt", /expired at 2020/],
  ])("%j, naming the member", async (change, argument, message) => {
    const data = { ...(await roundTrip()), ...change };
    expect(() => importSession(data)).toThrow(message);
    expect(() => importSession(data)).toThrow(expect.objectContaining({ argument }));
  });

  it("a session at the moment of its expiry, by the given time", async () => {
    const data = await roundTrip();
    const end = Date.parse("2099-01-01T00:00:00Z");
    expect(() => importSession(data, { now: end })).toThrow(/expired/);
    expect(importSession(data, { now: end - 1 }).provider).toBe("blendvision");
  });
});

describe("an imported session", () => {
  it("is refreshed by the provider that it is given", async () => {
    const imported = importSession(await roundTrip(), { provider: provider() });
    const fresh = await imported.refresh();
    expect(fresh.wire.chatroom.id).toBe("room-1");
  });

  it("is refreshed by a provider that is made from what it carries", async () => {
    const imported = importSession(await roundTrip(), {
      provider: ({ viewerSecrets }) => {
        expect(viewerSecrets).toEqual({ chatroomToken: "fake-chatroom" });
        return provider();
      },
    });
    expect((await imported.refresh()).provider).toBe("blendvision");
  });

  it("is not taken for one of another provider", async () => {
    const other = ibmVideo({ channelId: "1", accessToken: "fake-access" });
    const data = await roundTrip();
    expect(() => importSession(data, { provider: other })).toThrow(
      /a session of blendvision, not of ibm-video/,
    );
  });

  it("cannot be refreshed without one, and says so", async () => {
    const imported = importSession(await roundTrip());
    await expect(imported.refresh()).rejects.toMatchObject({
      code: "configuration",
      argument: "provider",
    });
  });
});
