// Do not edit: generated from specs/ibm-video-chat/openapi.yaml by `npm run generate`.

import type { Operation } from "@roomkey/http";

/** Operations that need no server secret, by operationId. */
export const operations = {
  /** Initialize the chat of a channel */
  initializeChat: {
    method: "GET",
    path: "/channels/{channelId}/chat.json",
    server: "https://api.video.ibm.com",
    security: { accessToken: { header: "authorization", prefix: "Bearer " } },
    success: {
      200: {
        chat: {
          stream_data: { api_base_url: 1, api_key: 1, channel_id: 1, channel_type: 1, team: 1 },
          user: { default_name: 1, id: 1, has_verified_user: 1, token: 1 },
        },
      },
    },
  },
  /** Open a group chat or a direct chat */
  initializeGroupChat: {
    method: "POST",
    path: "/channels/{channelId}/chat/groups.json",
    server: "https://api.video.ibm.com",
    security: { accessToken: { header: "authorization", prefix: "Bearer " } },
    body: {
      mediaType: "application/x-www-form-urlencoded",
      fields: {
        "participant_ids[]": { required: true, items: 1, explode: true },
        chat_token: { required: true },
        name: {},
      },
    },
    success: { 200: { group: { channel_id: 1, channel_type: 1, team: 1 } } },
  },
} as const;

/** Operations that need a server secret: never for a browser. */
export const serverOperations = {
  /** Get or renew an access token */
  createAccessToken: {
    method: "POST",
    path: "/oauth2/token",
    server: "https://video.ibm.com",
    security: { clientSecret: { header: "authorization", prefix: "Basic " } },
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
    success: { 200: { access_token: 1, token_type: 1, expires_in: 1 } },
  },
} as const;

// Checked here and not at the values: isolated declarations want those to stand alone.
operations satisfies Record<string, Operation>;
serverOperations satisfies Record<string, Operation>;
