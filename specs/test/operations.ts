// How each operation is called, written by hand from the vendors' pages (SOURCES.md).
import type { Api } from "./document.js";

const IBM = "https://developers.video.ibm.com";
const REFERENCE = "https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service";
const CHATROOMS = "/bv/chatroom/v1/chatrooms";

interface Call {
  readonly call: string;
  readonly server?: string;
  readonly security: readonly (readonly string[])[];
  readonly parameters: readonly string[];
  readonly tag: string;
  readonly page: string;
}

export const calls: Readonly<Record<Api, Readonly<Record<string, Call>>>> = {
  "ibm-video-chat": {
    initializeChat: {
      call: "get /channels/{channelId}/chat.json",
      security: [["accessToken"]],
      parameters: ["path channelId, required"],
      tag: "Chat",
      page: `${IBM}/channel-api-chat-2-0/initialization`,
    },
    initializeGroupChat: {
      call: "post /channels/{channelId}/chat/groups.json",
      security: [["accessToken"]],
      parameters: ["path channelId, required"],
      tag: "Chat",
      page: `${IBM}/channel-api-chat-2-0/initialization`,
    },
    createAccessToken: {
      call: "post /oauth2/token",
      server: "https://video.ibm.com",
      security: [["clientSecret"]],
      parameters: [],
      tag: "Authorization",
      page: `${IBM}/api-basics-authentication`,
    },
  },
  "blendvision-chatroom": {
    createChatroom: {
      call: `post ${CHATROOMS}`,
      security: [["apiToken", "organizationId"]],
      parameters: [],
      tag: "Chatrooms",
      page: `${REFERENCE}-create-chatroom`,
    },
    createChatroomToken: {
      call: `post ${CHATROOMS}/{id}/tokens`,
      security: [["apiToken", "organizationId"]],
      parameters: ["path id, required"],
      tag: "Chatroom tokens",
      page: `${REFERENCE}-create-chatroom-token`,
    },
    refreshChatroomToken: {
      call: `post ${CHATROOMS}/tokens:refresh`,
      security: [],
      parameters: [],
      tag: "Chatroom tokens",
      page: `${REFERENCE}-refresh-chatroom-token`,
    },
    getChatroom: {
      call: `get ${CHATROOMS}`,
      security: [["chatroomToken"]],
      parameters: [],
      tag: "Chatrooms",
      page: `${REFERENCE}-get-chatroom`,
    },
    getChatroomConfig: {
      call: `get ${CHATROOMS}/config`,
      security: [["chatroomToken"]],
      parameters: [],
      tag: "Chatrooms",
      page: `${REFERENCE}-get-chatroom-config`,
    },
  },
};

const RATE_LIMIT = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

/** Headers that come with a response, by operation and status. */
export const responseHeaders: Readonly<Record<string, readonly string[]>> = {
  "initializeChat 429": RATE_LIMIT,
  "initializeGroupChat 429": RATE_LIMIT,
  "createAccessToken 200": ["Cache-Control"],
};
