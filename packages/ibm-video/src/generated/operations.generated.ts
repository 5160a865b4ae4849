// Do not edit: generated from specs/ibm-video-chat/openapi.yaml by `npm run generate`.

import type { Operation, SecurityScheme } from "@roomkey/http";

/** Operations that need no server secret, by operationId. */
export const operations = {
  /** Initialize the chat of a channel */
  initializeChat: {
    method: "GET",
    path: "/channels/{channelId}/chat.json",
    server: "https://api.video.ibm.com",
    security: ["accessToken"],
    success: {
      200: [
        "chat",
        "chat.stream_data",
        "chat.stream_data.api_base_url",
        "chat.stream_data.api_key",
        "chat.stream_data.channel_id",
        "chat.stream_data.channel_type",
        "chat.stream_data.team",
        "chat.user",
        "chat.user.default_name",
        "chat.user.id",
        "chat.user.has_verified_user",
        "chat.user.token",
      ],
    },
  },
  /** Open a group chat or a direct chat */
  initializeGroupChat: {
    method: "POST",
    path: "/channels/{channelId}/chat/groups.json",
    server: "https://api.video.ibm.com",
    security: ["accessToken"],
    body: {
      mediaType: "application/x-www-form-urlencoded",
      fields: {
        "participant_ids[]": { required: true, items: 1, explode: true },
        chat_token: { required: true },
        name: {},
      },
    },
    success: { 200: ["group", "group.channel_id", "group.channel_type", "group.team"] },
  },
} as const;

/** Operations that need a server secret: never for a browser. */
export const serverOperations = {
  /** Get or renew an access token */
  createAccessToken: {
    method: "POST",
    path: "/oauth2/token",
    server: "https://video.ibm.com",
    security: ["clientSecret"],
    body: {
      mediaType: "application/x-www-form-urlencoded",
      fields: {
        grant_type: { required: true },
        client_id: { required: true },
        refresh_token: {},
        device_name: {},
        scope: {},
      },
    },
    success: { 200: ["access_token", "token_type", "expires_in"] },
  },
} as const;

/** How each credential travels. */
export const securitySchemes = {
  accessToken: { header: "authorization", prefix: "Bearer " },
  clientSecret: { header: "authorization", prefix: "Basic " },
} as const;

// Checked here and not at the values: isolated declarations want those to stand alone.
operations satisfies Record<string, Operation>;
serverOperations satisfies Record<string, Operation>;
securitySchemes satisfies Record<string, SecurityScheme>;
