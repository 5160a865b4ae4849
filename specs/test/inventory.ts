// What the documents must hold, written by hand from the vendors' pages (SOURCES.md): operation,
// body, media type, names of the examples. The first example is what a mock server answers when it
// is asked for nothing in particular, so the order counts. A response, an example or an operation
// that goes missing, or that comes without being entered here, fails the tests.
import type { Api } from "./document.js";

const JSON_BODY = "application/json";
const FORM = "application/x-www-form-urlencoded";

type Bodies = Readonly<Record<string, readonly [mediaType: string, ...examples: string[]]>>;

const CHAT_ERRORS = {
  400: [JSON_BODY, "bad-request"],
  401: [JSON_BODY, "invalid-token"],
  402: [JSON_BODY, "invalid-request"],
  404: [JSON_BODY, "not-found"],
  429: [JSON_BODY, "too-many-requests"],
  503: [JSON_BODY, "no-error-value", "server-error"],
} satisfies Bodies;

const BLENDVISION_ERRORS = {
  400: [JSON_BODY, "invalid-argument", "malformed", "vendor"],
  401: [JSON_BODY, "unauthenticated", "expired", "vendor"],
  403: [JSON_BODY, "permission-denied", "vendor"],
  500: [JSON_BODY, "internal", "vendor"],
  default: [JSON_BODY, "unavailable", "not-found", "resource-exhausted", "vendor"],
} satisfies Bodies;

export const inventory: Readonly<Record<Api, Readonly<Record<string, Bodies>>>> = {
  "ibm-video-chat": {
    initializeChat: {
      200: [JSON_BODY, "working", "anonymous", "vendor"],
      ...CHAT_ERRORS,
    },
    initializeGroupChat: {
      request: [FORM, "working", "direct", "vendor"],
      200: [JSON_BODY, "working", "vendor"],
      403: [JSON_BODY, "lack-of-ownership"],
      ...CHAT_ERRORS,
    },
    createAccessToken: {
      request: [FORM, "client-credentials", "refresh-token", "with-scope"],
      200: [JSON_BODY, "working", "without-refresh-token", "with-id-token", "vendor"],
      400: [JSON_BODY, "invalid-client", "invalid-grant", "invalid-request"],
      501: [JSON_BODY, "unsupported-grant-type"],
      503: [JSON_BODY, "server-error"],
    },
  },
  "blendvision-chatroom": {
    createChatroom: {
      request: [JSON_BODY, "empty", "with-counters"],
      200: [JSON_BODY, "working", "with-counters"],
      ...BLENDVISION_ERRORS,
    },
    createChatroomToken: {
      request: [JSON_BODY, "viewer", "admin", "guest", "with-expiry", "vendor"],
      200: [JSON_BODY, "working", "working-admin", "vendor"],
      ...BLENDVISION_ERRORS,
    },
    refreshChatroomToken: {
      request: [JSON_BODY, "working"],
      200: [JSON_BODY, "working"],
      ...BLENDVISION_ERRORS,
    },
    getChatroom: {
      200: [JSON_BODY, "working", "busy", "empty", "muted", "vendor"],
      ...BLENDVISION_ERRORS,
    },
    getChatroomConfig: {
      200: [JSON_BODY, "working", "working-admin", "guest", "older", "vendor", "vendor-newer"],
      ...BLENDVISION_ERRORS,
    },
  },
};
