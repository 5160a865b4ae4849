import type { DocumentName } from "../documents.js";

/** One call of the 40, in the words that all three libraries can be told in. */
export interface ConsumerCall {
  readonly document: DocumentName;
  readonly operationId: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Source of the parameters: the path's and the body's. */
  readonly pathInput?: string;
  readonly body?: string;
  /** Members that the consumer reads from the data. */
  readonly read: readonly string[];
  /** Whether it takes a server secret. */
  readonly server: boolean;
}

const operations: readonly ConsumerCall[] = [
  {
    document: "ibm-video-chat",
    operationId: "initializeChat",
    method: "GET",
    path: "/channels/{channelId}/chat.json",
    pathInput: '{ channelId: "1234" }',
    read: ["chat.user.id", "chat.stream_data.channel_id", "chat.user.token"],
    server: false,
  },
  {
    document: "ibm-video-chat",
    operationId: "initializeGroupChat",
    method: "POST",
    path: "/channels/{channelId}/chat/groups.json",
    pathInput: '{ channelId: "1234" }',
    body: '{ "participant_ids[]": ["ada", "bob"], chat_token: "fake" }',
    read: ["group.channel_id", "group.team"],
    server: false,
  },
  {
    document: "ibm-video-chat",
    operationId: "createAccessToken",
    method: "POST",
    path: "/oauth2/token",
    body: '{ grant_type: "client_credentials", client_id: "fake" }',
    read: ["access_token", "expires_in"],
    server: true,
  },
  {
    document: "blendvision-chatroom",
    operationId: "getChatroom",
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms",
    read: ["chatroom.id", "chatroom.muted"],
    server: false,
  },
  {
    document: "blendvision-chatroom",
    operationId: "getChatroomConfig",
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms/config",
    read: ["user.customer_id", "connection.token"],
    server: false,
  },
  {
    document: "blendvision-chatroom",
    operationId: "refreshChatroomToken",
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/tokens:refresh",
    body: '{ refresh_token: "fake" }',
    read: ["token", "expires_in"],
    server: false,
  },
  {
    document: "blendvision-chatroom",
    operationId: "createChatroom",
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms",
    body: '{ custom_counters: [{ key: "like" }] }',
    read: ["chatroom.id", "chatroom.status"],
    server: true,
  },
  {
    document: "blendvision-chatroom",
    operationId: "createChatroomToken",
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/{id}/tokens",
    pathInput: '{ id: "1234" }',
    body: '{ role: "ROLE_VIEWER", name: "Ada" }',
    read: ["token", "expires_in"],
    server: true,
  },
];

/** Forty calls: each operation of both documents five times. */
export const consumerCalls: readonly ConsumerCall[] = Array.from(
  { length: 5 },
  () => operations,
).flat();
