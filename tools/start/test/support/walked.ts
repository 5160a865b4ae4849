import type { ChatSession } from "roomkey";
import type { Walked } from "../../src/walk.js";

const quiet = { pinnedMessages: null, blockedUsers: null, activePoll: null, viewerCount: null };

/** The secrets of the sessions below. */
export const secrets = ["fake-chat-secret", "fake-mqtt-secret", "fake%2Bsignature"];

const ibm: ChatSession & { wire: unknown } = {
  ...quiet,
  capabilities: { groupChats: true, moderation: null, polls: false },
  provider: "ibm-video",
  room: {
    id: "channel_1234",
    kind: "chatroom",
    muted: null,
    status: null,
    createdAt: null,
    updatedAt: null,
  },
  user: { id: "u1", name: null, role: null, verified: false, guest: true, deviceId: null },
  connection: {
    protocol: "stream",
    apiKey: "abc123",
    options: { baseURL: "https://stream.example" },
    user: { id: "u1" },
    chatToken: "fake-chat-secret",
    channelType: "chatroom",
    channelId: "channel_1234",
    team: "team_1234",
  },
  expiresAt: null,
  wire: { chat: { user: { token: "fake-chat-secret" } } },
};

const blendvision: ChatSession = {
  ...quiet,
  capabilities: { groupChats: false, moderation: true, polls: true },
  provider: "blendvision",
  room: {
    id: "room-1",
    kind: "chatroom",
    muted: true,
    status: "active",
    createdAt: new Date("2026-01-01T00:00:00Z"),
    updatedAt: null,
  },
  user: { id: "u2", name: "Ada", role: "admin", verified: null, guest: false, deviceId: "d1" },
  connection: {
    protocol: "mqtt",
    url: "wss://mqtt.example/mqtt?x-amz-customauthorizer-name=any&x-amz-customauthorizer-signature=fake%2Bsignature&x-token=fake-mqtt-secret",
    options: { clientId: "client-1" },
    publishTopic: "pub",
    subscribeTopic: "sub",
  },
  expiresAt: new Date("2026-01-08T00:00:00Z"),
};

/** What a walk opened, with secrets in every place that has one. */
export const walked: Walked = {
  sessions: [ibm, blendvision],
  groupChat: { id: "private_1234", type: "groupchat", team: "team_1234" },
};
