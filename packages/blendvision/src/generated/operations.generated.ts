// Do not edit: generated from specs/blendvision-chatroom/openapi.yaml by `npm run generate`.

import type { Operation } from "@roomkey/http";

/** Operations that need no server secret, by operationId. */
export const operations = {
  /** Read the state of a chatroom */
  getChatroom: {
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms",
    server: "https://api.one.blendvision.com",
    security: { chatroomToken: { header: "authorization", prefix: "Bearer " } },
    success: {
      200: {
        chatroom: {
          id: 1,
          "blocked_users?": [
            { id: 1, device_id: 1, custom_name: 1, action_taker: { custom_name: 1 } },
          ],
          "pinned_messages?": [
            {
              message: { id: 1, text: 1, sender: { id: 1, device_id: 1, custom_name: 1 } },
              action_taker: { custom_name: 1 },
            },
          ],
        },
      },
    },
  },
  /** Read how to connect to a chatroom */
  getChatroomConfig: {
    method: "GET",
    path: "/bv/chatroom/v1/chatrooms/config",
    server: "https://api.one.blendvision.com",
    security: { chatroomToken: { header: "authorization", prefix: "Bearer " } },
    success: {
      200: {
        connection: { endpoint: 1, authorizer: 1, token: 1, signature: 1, client_id: 1 },
        topic: { pub: 1, sub: 1 },
        user: { customer_id: 1 },
      },
    },
  },
  /** Renew a chatroom token */
  refreshChatroomToken: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/tokens:refresh",
    server: "https://api.one.blendvision.com",
    security: {},
    body: { mediaType: "application/json", fields: { refresh_token: { required: true } } },
    success: { 200: { token: 1, expires_in: 1 } },
  },
} as const;

/** Operations that need a server secret: never for a browser. */
export const serverOperations = {
  /** Create a chatroom */
  createChatroom: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms",
    server: "https://api.one.blendvision.com",
    security: {
      apiToken: { header: "authorization", prefix: "Bearer " },
      organizationId: { header: "x-bv-org-id" },
    },
    body: { mediaType: "application/json", fields: { custom_counters: { items: 0 } } },
    success: {
      200: {
        chatroom: {
          id: 1,
          "blocked_users?": [
            { id: 1, device_id: 1, custom_name: 1, action_taker: { custom_name: 1 } },
          ],
          "pinned_messages?": [
            {
              message: { id: 1, text: 1, sender: { id: 1, device_id: 1, custom_name: 1 } },
              action_taker: { custom_name: 1 },
            },
          ],
        },
      },
    },
  },
  /** Create a chatroom token */
  createChatroomToken: {
    method: "POST",
    path: "/bv/chatroom/v1/chatrooms/{id}/tokens",
    server: "https://api.one.blendvision.com",
    security: {
      apiToken: { header: "authorization", prefix: "Bearer " },
      organizationId: { header: "x-bv-org-id" },
    },
    body: {
      mediaType: "application/json",
      fields: { role: {}, device_id: {}, subject: {}, name: {}, expired_at: {} },
    },
    success: { 200: { token: 1, expires_in: 1 } },
  },
} as const;

// Checked here and not at the values: isolated declarations want those to stand alone.
operations satisfies Record<string, Operation>;
serverOperations satisfies Record<string, Operation>;
