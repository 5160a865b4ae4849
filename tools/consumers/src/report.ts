import { deepStrictEqual } from "node:assert/strict";
import type { MockSession } from "./mock-servers.js";

/** Where a project does its work. A page has no place for a server's credentials. */
export type Side = "server" | "browser";

const IBM_VIDEO = { provider: "ibm-video", room: "channel_12345678", protocol: "stream" };
const BLENDVISION = {
  provider: "blendvision",
  room: "00000000-0000-4000-8000-0000000c4a70",
  protocol: "mqtt",
};

/** What every project has to tell, and what it has to have asked the platforms for. */
const expected = {
  browser: {
    sessions: [IBM_VIDEO, BLENDVISION],
    requests: [
      "getChatroom 200",
      "getChatroomConfig 200",
      "initializeChat 200",
      "initializeChat 402",
    ],
  },
  server: {
    sessions: [IBM_VIDEO, BLENDVISION, BLENDVISION],
    requests: [
      "createChatroomToken 200",
      "getChatroom 200",
      "getChatroom 200",
      "getChatroomConfig 200",
      "getChatroomConfig 200",
      "initializeChat 200",
      "initializeChat 402",
    ],
  },
};

const errors = [
  { code: "configuration", isOfClass: true },
  { code: "payment_required", isOfClass: true },
];

/** Compares what a project reports with what it must, and with what the mock servers saw. */
export async function checkReport(
  side: Side,
  report: unknown,
  mocks: Pick<MockSession, "requests">,
): Promise<void> {
  const { sessions, requests } = expected[side];
  deepStrictEqual(report, { sessions, errors });
  deepStrictEqual(await mocks.requests(), requests);
}
