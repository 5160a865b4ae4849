import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { blendvision } from "../src/blendvision/index.js";
import { exportSession, openChat } from "../src/index.js";
import {
  CONFIG_PATH,
  configWire,
  jwt,
  ROOM_PATH,
  roomWire,
  routedFetch,
  untilAborted,
} from "./support.js";

const open = (room: unknown = roomWire(), config: unknown = configWire(), options: object = {}) => {
  const { fetch, sent } = routedFetch({ [ROOM_PATH]: () => room, [CONFIG_PATH]: () => config });
  const provider = blendvision({ chatroomToken: "fake-chatroom", fetch, ...options });
  return { session: openChat(provider), sent };
};

describe("a session on BlendVision One", () => {
  it("says which room and who you are", async () => {
    const session = await open().session;
    expect(session).toMatchObject({
      provider: "blendvision",
      room: {
        id: "room-1",
        kind: "chatroom",
        muted: false,
        status: "active",
        createdAt: new Date("2026-01-02T03:04:05Z"),
        updatedAt: null,
      },
      user: { id: "ada", name: "Ada", role: "admin", verified: null, guest: false, deviceId: "d1" },
    });
  });

  it("has a connection with the URL, client id and topics of an MQTT client", async () => {
    const { connection } = await open().session;
    const { token } = configWire().connection;
    expect({ ...connection }).toEqual({
      protocol: "mqtt",
      url: `wss://mqtt.example.com/mqtt?x-amz-customauthorizer-name=fake-authorizer&x-amz-customauthorizer-signature=fake%2Bsignature%2F%3D%3D&x-token=${token}`,
      options: { clientId: "client-1" },
      publishTopic: "pub/room-1",
      subscribeTopic: "sub/room-1",
    });
    const query = new URL(connection.url).searchParams;
    expect(query.get("x-amz-customauthorizer-signature")).toBe("fake+signature/==");
  });

  it.each([
    [{ status: "CHAT_STATUS_UNSPECIFIED" }, { status: null }],
    [{ status: undefined }, { status: null }],
    [{ status: "CHAT_STATUS_PARTY" }, { status: "party" }],
    [
      { muted: undefined, created_at: "someday" },
      { muted: null, createdAt: null },
    ],
  ])("tolerates a room with %j", async (wire, room) => {
    expect((await open(roomWire(wire)).session).room).toMatchObject(room);
  });

  it("tolerates a user with nothing but an id", async () => {
    const config = configWire({ user: { customer_id: "ada" } });
    expect((await open(undefined, config).session).user).toEqual({
      id: "ada",
      name: null,
      role: "viewer",
      verified: null,
      guest: null,
      deviceId: null,
    });
  });

  it("says what is pinned, who is blocked, what is voted on and how many watch", async () => {
    const admin = { id: "admin-1", custom_name: "Grace", device_id: "d9", is_admin: true };
    const message = {
      id: "m1",
      text: "Welcome",
      sender: { id: "ada", device_id: "d1", custom_name: "Ada" },
    };
    const room = roomWire({
      pinned_messages: [{ message, action_taker: admin }],
      blocked_users: [
        {
          id: "bob",
          device_id: "d2",
          custom_name: "Bob",
          blocked: true,
          action_taker: { custom_name: "Grace" },
        },
      ],
      active_poll: {
        id: "p1",
        type: "POLL_TYPE_MULTI_CHOICE",
        status: "POLL_STATUS_ACTIVE",
        votes_count: 3,
        multi_choice: {
          question: "Tea?",
          options: [{ id: "o1", text: "Yes", corrected: true, votes_count: 2 }, { text: "No" }],
        },
        started_at: "2026-01-02T00:00:00Z",
      },
      viewer_info: { enabled: true, count: 42 },
    });
    const grace = { id: "admin-1", name: "Grace", deviceId: "d9" };
    expect(await open(room).session).toMatchObject({
      pinnedMessages: [
        {
          id: "m1",
          text: "Welcome",
          sender: { id: "ada", name: "Ada", deviceId: "d1" },
          pinnedBy: grace,
        },
      ],
      blockedUsers: [
        {
          id: "bob",
          name: "Bob",
          deviceId: "d2",
          blockedBy: { id: "", name: "Grace", deviceId: null },
        },
      ],
      activePoll: {
        id: "p1",
        kind: "multi_choice",
        status: "active",
        question: "Tea?",
        options: [
          { id: "o1", text: "Yes", correct: true, votes: 2 },
          { id: null, text: "No", correct: null, votes: null },
        ],
        votes: 3,
        startedAt: new Date("2026-01-02T00:00:00Z"),
        endedAt: null,
      },
      viewerCount: 42,
      capabilities: { groupChats: false, moderation: true, polls: true },
    });
  });

  it("has nothing pinned, nobody blocked, no poll and no count where BlendVision names none", async () => {
    const quiet = { pinnedMessages: [], blockedUsers: [], activePoll: null, viewerCount: null };
    expect(await open().session).toMatchObject(quiet);
    const hidden = roomWire({ viewer_info: { enabled: false, count: 42 }, active_poll: null });
    expect(await open(hidden).session).toMatchObject(quiet);
  });

  it("expires as issued, else as configured, else with the connection token, else never", async () => {
    const expiresAt = new Date(1_000);
    const configured = configWire({ token: { expired_at: "2026-05-06T07:08:09Z" } });
    const unknown = configWire({ connection: { ...configWire().connection, token: jwt({}) } });
    const expiry = async (config: unknown, options = {}) =>
      (await open(undefined, config, options).session).expiresAt;
    expect(await expiry(configured, { expiresAt })).toEqual(expiresAt);
    expect(await expiry(configured)).toEqual(new Date("2026-05-06T07:08:09Z"));
    expect(await expiry(configWire())).toEqual(new Date(2_000_000_000_000));
    expect(await expiry(unknown)).toBeNull();
  });

  it("expires with the token that a source gave, else as issued", async () => {
    const expiresAt = new Date(1_000);
    const expiry = async (token: unknown) =>
      (await open(undefined, undefined, { chatroomToken: () => token, expiresAt }).session)
        .expiresAt;
    expect(await expiry({ value: "fake-chatroom", expiresAt: new Date(2_000) })).toEqual(
      new Date(2_000),
    );
    expect(await expiry({ value: "fake-chatroom" })).toEqual(expiresAt);
    expect(await expiry("fake-chatroom")).toEqual(expiresAt);
  });

  it("carries its own token, when one provider opens for several viewers at once", async () => {
    const tokens = ["fake-one", "fake-two"];
    const { fetch } = routedFetch({
      [ROOM_PATH]: () => roomWire(),
      [CONFIG_PATH]: () => configWire(),
    });
    const viewers = new AsyncLocalStorage<string>();
    const provider = blendvision({ chatroomToken: async () => viewers.getStore() ?? "", fetch });
    const sessions = await Promise.all(
      tokens.map((token) => viewers.run(token, () => openChat(provider))),
    );
    expect(sessions.map((session) => exportSession(session).viewerSecrets.chatroomToken)).toEqual(
      tokens,
    );
  });

  it("prints itself without its secrets", async () => {
    const session = await open().session;
    const { token, signature } = session.wire.config.connection;
    for (const value of [session, session.connection, session.connection.url]) {
      if (typeof value === "string") continue;
      const print = JSON.stringify(value) + inspect(value, { depth: 9 });
      expect(print).not.toContain(token);
      expect(print).not.toContain(signature);
      expect(print).not.toContain(encodeURIComponent(signature));
    }
  });
});

describe("the two reads", () => {
  it("run at the same time", async () => {
    const both = withResolvers();
    let running = 0;
    const meet = async (body: unknown) => {
      running += 1;
      if (running === 2) both.resolve(undefined);
      await both.promise;
      return body;
    };
    const { fetch } = routedFetch({
      [ROOM_PATH]: () => meet(roomWire()),
      [CONFIG_PATH]: () => meet(configWire()),
    });
    await openChat(blendvision({ chatroomToken: "fake-chatroom", fetch }));
    expect(running).toBe(2);
  });

  it("abort each other: when one fails, the other is not left running", async () => {
    const { fetch, sent } = routedFetch({
      [ROOM_PATH]: untilAborted,
      [CONFIG_PATH]: () =>
        Response.json({ code: 16, message: "expired", details: [] }, { status: 401 }),
    });
    const session = openChat(blendvision({ chatroomToken: "fake-chatroom", fetch }));
    await expect(session).rejects.toMatchObject({
      code: "unauthenticated",
      providerCode: "UNAUTHENTICATED",
      operation: "getChatroomConfig",
    });
    const room = sent.find(({ path }) => path === ROOM_PATH);
    expect(room?.init.signal?.aborted).toBe(true);
  });

  it("both stop with the caller's reason when the caller aborts, and leave no listener", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const added = new Map<unknown, number>();
    const count = (step: number) => (_: string, listener: unknown) =>
      added.set(listener, (added.get(listener) ?? 0) + step);
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: [string, never]) => {
      count(1)(...args);
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: [string, never]) => {
      count(-1)(...args);
      removeEventListener.apply(signal, args);
    };
    const { fetch } = routedFetch({ [ROOM_PATH]: untilAborted, [CONFIG_PATH]: untilAborted });
    const session = openChat(blendvision({ chatroomToken: "fake-chatroom", fetch }), { signal });
    const reason = new Error("gone");
    queueMicrotask(() => controller.abort(reason));
    await expect(session).rejects.toBe(reason);
    expect([...added.values()]).toEqual([0]);
  });
});

describe("opening fails", () => {
  it.each([
    [configWire({ topic: undefined }), "topic"],
    [
      configWire({ connection: { ...configWire().connection, signature: undefined } }),
      "connection.signature",
    ],
  ])(
    "when the configuration lacks what a session needs, naming the member",
    async (config, path) => {
      await expect(open(undefined, config).session).rejects.toMatchObject({
        code: "unexpected_response",
        operation: "getChatroomConfig",
        path,
      });
    },
  );

  it("before anything is sent without a chatroom token", async () => {
    const { session, sent } = open(undefined, undefined, { chatroomToken: "" });
    await expect(session).rejects.toMatchObject({
      code: "configuration",
      argument: "chatroomToken",
    });
    expect(sent).toEqual([]);
  });
});

function withResolvers() {
  let resolve: (value: unknown) => void = () => {};
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
