import type { Scenario } from "./scenario.js";
import { SCHEMA_SURPRISE } from "./schema-surprise.js";

const IBM_CHAT = ["initializeChat", "initializeGroupChat"];
const BLENDVISION_VIEWER = ["getChatroom", "getChatroomConfig"];
const BLENDVISION_SERVER = ["createChatroom", "createChatroomToken"];

/** The scenarios that come with the mock servers. */
export const SHIPPED_SCENARIOS: readonly Scenario[] = [
  { name: "happy", description: "Every valid request gets the usual answer.", rules: [] },
  {
    name: "anonymous-viewer",
    description: "The viewer is nobody that the platform knows.",
    rules: [
      {
        id: "ibm-anonymous",
        match: { operationId: "initializeChat" },
        answer: { example: "anonymous", force: false },
      },
      {
        id: "blendvision-guest",
        match: { operationId: "getChatroomConfig" },
        answer: { example: "guest", force: false },
      },
    ],
  },
  {
    name: "token-expires",
    description:
      "Each credential is good for opening one room, then 401 until it is refreshed or another one is sent.",
    rules: [
      {
        id: "ibm-expired",
        match: { operationId: IBM_CHAT, nth: { from: 2, per: "credential" } },
        answer: { status: 401 },
      },
      {
        id: "ibm-refreshed",
        match: { operationId: "createAccessToken" },
        answer: { restarts: ["ibm-expired"] },
      },
      {
        // Opening a room takes two calls there.
        id: "blendvision-expired",
        match: { operationId: BLENDVISION_VIEWER, nth: { from: 3, per: "credential" } },
        answer: { status: 401, example: "expired" },
      },
      {
        id: "blendvision-refreshed",
        match: { operationId: ["refreshChatroomToken", "createChatroomToken"] },
        answer: { restarts: ["blendvision-expired"] },
      },
    ],
  },
  {
    name: "payment-required",
    description: "The channel belongs to nobody who pays for chat: 402 from IBM Video.",
    rules: [{ id: "ibm-402", match: { operationId: IBM_CHAT }, answer: { status: 402 } }],
  },
  {
    name: "room-missing",
    description: "There is no such channel, and no such chatroom: 404.",
    rules: [
      { id: "ibm-404", match: { operationId: IBM_CHAT }, answer: { status: 404 } },
      {
        id: "blendvision-404",
        match: { operationId: [...BLENDVISION_VIEWER, "createChatroomToken"] },
        answer: { status: 404, example: "not-found" },
      },
    ],
  },
  {
    name: "not-owner",
    description: "The credential is good, but not for this: 403.",
    rules: [
      { id: "ibm-403", match: { operationId: "initializeGroupChat" }, answer: { status: 403 } },
      {
        id: "blendvision-403",
        match: { operationId: BLENDVISION_SERVER },
        answer: { status: 403, example: "permission-denied" },
      },
    ],
  },
  {
    name: "rate-limited",
    description:
      "Every other call is one too many: 429 with Retry-After, the next one is let through.",
    rules: [
      {
        id: "ibm-429",
        match: { operationId: IBM_CHAT, nth: { every: 2 } },
        answer: { status: 429, headers: { "Retry-After": 1 } },
      },
      {
        id: "blendvision-429",
        match: { provider: "blendvision", nth: { every: 2 } },
        answer: { status: 429, example: "resource-exhausted", headers: { "Retry-After": 1 } },
      },
    ],
  },
  {
    name: "outage-30s",
    description: "Both platforms are away for 30 seconds: 503 with Retry-After.",
    rules: [
      {
        id: "ibm-503",
        match: { provider: "ibm-video", elapsed: { to: "30s" } },
        answer: { status: 503, headers: { "Retry-After": 30 } },
      },
      {
        id: "blendvision-503",
        match: { provider: "blendvision", elapsed: { to: "30s" } },
        answer: { status: 503, example: "unavailable", headers: { "Retry-After": 30 } },
      },
    ],
  },
  {
    name: "flaky-20%",
    description: "One call in five fails: half of them with 503, half with a broken connection.",
    rules: [
      { id: "flaky-503", match: { probability: 0.1 }, answer: { status: 503 } },
      // One in nine of those that the rule before has let through.
      { id: "flaky-reset", match: { probability: 1 / 9 }, answer: { fault: "reset" } },
    ],
  },
  {
    name: "slow-3g",
    description: "Answers take 0.4 to 2 seconds, and their bodies half a second more.",
    rules: [{ id: "slow", answer: { delay: { min: "400ms", max: "2s" }, bodyDelay: "500ms" } }],
  },
  SCHEMA_SURPRISE,
];
