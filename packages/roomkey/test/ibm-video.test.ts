import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ibmVideo } from "../src/ibm-video/index.js";
import { openChat } from "../src/index.js";
import { IBM_PATH, ibmWire, jwt, routedFetch } from "./support.js";

const GROUPS_PATH = "/channels/1234/chat/groups.json";
const group = { group: { channel_id: "private_1", channel_type: "groupchat", team: "team_1" } };

const open = (wire: unknown = ibmWire(), options: object = {}) => {
  const { fetch, sent } = routedFetch({ [IBM_PATH]: () => wire, [GROUPS_PATH]: () => group });
  const provider = ibmVideo({ channelId: "1234", accessToken: "fake-access", fetch, ...options });
  return { session: openChat(provider), sent };
};

describe("a session on IBM Video Streaming", () => {
  it("says which room, who you are, and until when", async () => {
    const session = await open().session;
    expect(session).toMatchObject({
      provider: "ibm-video",
      room: { id: "channel_1234", kind: "chatroom", muted: null, status: null, createdAt: null },
      user: { id: "ada", name: "Ada", role: null, verified: true, guest: false, deviceId: null },
      pinnedMessages: null,
      blockedUsers: null,
      activePoll: null,
      viewerCount: null,
      capabilities: { groupChats: true, moderation: null, polls: false },
      expiresAt: new Date(2_000_000_000_000),
    });
  });

  it("has a connection that is the arguments of a Stream client", async () => {
    const { connection } = await open().session;
    expect({ ...connection }).toEqual({
      protocol: "stream",
      apiKey: "fake-key",
      options: { baseURL: "https://stream.example.com" },
      user: { id: "ada", name: "Ada" },
      chatToken: ibmWire().chat.user.token,
      channelType: "chatroom",
      channelId: "channel_1234",
      team: "team_1",
    });
  });

  it("leaves the name of an anonymous user out of the connection", async () => {
    const wire = ibmWire({ default_name: null, has_verified_user: false });
    const { user, connection } = await open(wire).session;
    expect(user).toMatchObject({ name: null, verified: false, guest: true });
    expect(connection.user).toEqual({ id: "ada" });
  });

  it.each([jwt({ user_id: "ada" }), jwt({ exp: "soon" }), "no-jwt", "a.%%%.c"])(
    "has no expiry when the chat token %s names none",
    async (token) => {
      expect((await open(ibmWire({ token })).session).expiresAt).toBeNull();
    },
  );

  it("keeps the wire object, members that nobody knows included", async () => {
    const wire = ibmWire({ mood: "fine" });
    expect((await open(wire).session).wire).toEqual(wire);
  });

  it("starts a group chat with the chat token", async () => {
    const { session, sent } = open();
    const chat = await (await session).createGroupChat({
      participantIds: ["a", "b"],
      name: "Our chat",
    });
    expect(chat).toEqual({ id: "private_1", type: "groupchat", team: "team_1" });
    const token = ibmWire().chat.user.token;
    expect(sent[1]?.init.body).toBe(
      `participant_ids[]=a&participant_ids[]=b&chat_token=${token}&name=Our%20chat`,
    );
  });

  it("prints itself without its secrets", async () => {
    const session = await open().session;
    const secret = session.connection.chatToken;
    const prints = [session, session.connection, { session }].flatMap((value) => [
      JSON.stringify(value),
      inspect(value, { depth: 9 }),
      String(value),
    ]);
    for (const print of prints) expect(print).not.toContain(secret);
    expect(JSON.parse(JSON.stringify(session))).toMatchObject({ user: { id: "ada" } });
  });
});

describe("opening fails", () => {
  it.each([
    [{ channelId: "" }, "channelId"],
    [{ channelId: ".." }, "channelId"],
    [{ channelId: "1/2" }, "channelId"],
    [{ channelId: undefined }, "channelId"],
    [{ accessToken: "" }, "accessToken"],
    [{ accessToken: undefined }, "accessToken"],
  ])("before anything is sent with %j", async (options, argument) => {
    const { session, sent } = open(undefined, options);
    await expect(session).rejects.toMatchObject({ code: "configuration", argument });
    expect(sent).toEqual([]);
  });

  it("before anything is sent when a group chat has no participants", async () => {
    const { session, sent } = open();
    const call = (await session).createGroupChat({ participantIds: [] });
    await expect(call).rejects.toMatchObject({ argument: "participantIds" });
    expect(sent).toHaveLength(1);
  });

  it("when the answer lacks what a session needs, naming the member", async () => {
    await expect(open(ibmWire({ token: undefined })).session).rejects.toMatchObject({
      code: "unexpected_response",
      path: "chat.user.token",
    });
  });

  it("with the caller's reason when the caller aborts", async () => {
    const provider = ibmVideo({ channelId: "1234", accessToken: "fake-access" });
    const reason = new Error("gone");
    await expect(openChat(provider, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
