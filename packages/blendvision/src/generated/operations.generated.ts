// Do not edit: generated from specs/blendvision-chatroom/openapi.yaml by `npm run generate`.

import type { Operation, SecurityScheme } from "@roomkey/http";

/** Operations that need no server secret, by operationId. */
export const operations = {
  /** Read the state of a chatroom */
  getChatroom: {
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms",
    server: "https://api.one.blendvision.com",
    security: ["chatroomToken"],
    success: {
      200: [
        "chatroom",
        "chatroom.id",
        "chatroom.blocked_users[].id",
        "chatroom.blocked_users[].device_id",
        "chatroom.blocked_users[].custom_name",
        "chatroom.blocked_users[].action_taker",
        "chatroom.blocked_users[].action_taker.custom_name",
        "chatroom.pinned_messages[].message",
        "chatroom.pinned_messages[].message.id",
        "chatroom.pinned_messages[].message.text",
        "chatroom.pinned_messages[].message.sender",
        "chatroom.pinned_messages[].message.sender.id",
        "chatroom.pinned_messages[].message.sender.device_id",
        "chatroom.pinned_messages[].message.sender.custom_name",
        "chatroom.pinned_messages[].action_taker",
        "chatroom.pinned_messages[].action_taker.custom_name",
      ],
    },
  },
  /** Read how to connect to a chatroom */
  getChatroomConfig: {
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms/config",
    server: "https://api.one.blendvision.com",
    security: ["chatroomToken"],
    success: {
      200: [
        "connection",
        "connection.endpoint",
        "connection.authorizer",
        "connection.token",
        "connection.signature",
        "connection.client_id",
        "topic",
        "topic.pub",
        "topic.sub",
        "user",
        "user.customer_id",
      ],
    },
  },
  /** Renew a chatroom token */
  refreshChatroomToken: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/tokens:refresh",
    server: "https://api.one.blendvision.com",
    security: [],
    body: { mediaType: "application/json", fields: { refresh_token: { required: true } } },
    success: { 200: ["token", "expires_in"] },
  },
} as const;

/** Operations that need a server secret: never for a browser. */
export const serverOperations = {
  /** Create a chatroom */
  createChatroom: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms",
    server: "https://api.one.blendvision.com",
    security: ["apiToken", "organizationId"],
    body: { mediaType: "application/json", fields: { custom_counters: { items: 0 } } },
    success: {
      200: [
        "chatroom",
        "chatroom.id",
        "chatroom.blocked_users[].id",
        "chatroom.blocked_users[].device_id",
        "chatroom.blocked_users[].custom_name",
        "chatroom.blocked_users[].action_taker",
        "chatroom.blocked_users[].action_taker.custom_name",
        "chatroom.pinned_messages[].message",
        "chatroom.pinned_messages[].message.id",
        "chatroom.pinned_messages[].message.text",
        "chatroom.pinned_messages[].message.sender",
        "chatroom.pinned_messages[].message.sender.id",
        "chatroom.pinned_messages[].message.sender.device_id",
        "chatroom.pinned_messages[].message.sender.custom_name",
        "chatroom.pinned_messages[].action_taker",
        "chatroom.pinned_messages[].action_taker.custom_name",
      ],
    },
  },
  /** Create a chatroom token */
  createChatroomToken: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/{id}/tokens",
    server: "https://api.one.blendvision.com",
    security: ["apiToken", "organizationId"],
    body: {
      mediaType: "application/json",
      fields: { role: {}, device_id: {}, subject: {}, name: {}, expired_at: {} },
    },
    success: { 200: ["token", "expires_in"] },
  },
} as const;

/** How each credential travels. */
export const securitySchemes = {
  apiToken: { header: "authorization", prefix: "Bearer " },
  chatroomToken: { header: "authorization", prefix: "Bearer " },
  organizationId: { header: "x-bv-org-id" },
} as const;

// Checked here and not at the values: isolated declarations want those to stand alone.
operations satisfies Record<string, Operation>;
serverOperations satisfies Record<string, Operation>;
securitySchemes satisfies Record<string, SecurityScheme>;
