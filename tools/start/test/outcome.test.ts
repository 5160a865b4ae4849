import { describe, expect, test } from "vitest";
import { outcomeOf } from "../src/outcome.js";
import { summary } from "../src/summary.js";
import { secrets, walked } from "./support/walked.js";

const urls = { ibmVideo: "http://127.0.0.1:1", blendvision: "http://127.0.0.1:2" };
const outcome = outcomeOf(walked, { ...urls, stop: () => {} } as typeof urls, 12.6);

describe("the outcome as JSON", () => {
  test("has exactly the documented members", () => {
    const json = JSON.parse(JSON.stringify(outcome));
    expect(Object.keys(json)).toEqual(["sessions", "groupChat", "mockServers", "durationMs"]);
    for (const session of json.sessions) {
      expect(Object.keys(session)).toEqual(["provider", "room", "user", "connection", "expiresAt"]);
    }
    expect(json).toMatchObject({
      groupChat: { id: "private_1234", type: "groupchat", team: "team_1234" },
      mockServers: urls,
      durationMs: 13,
    });
    expect(Object.keys(json.mockServers)).toEqual(["ibmVideo", "blendvision"]);
    expect(json.sessions[1].expiresAt).toBe("2026-01-08T00:00:00.000Z");
    expect(json.sessions[1].room.createdAt).toBe("2026-01-01T00:00:00.000Z");
  });

  test("has null for what a live walk without writes does not have", () => {
    const read = outcomeOf({ ...walked, groupChat: null }, null, 1);
    expect(JSON.parse(JSON.stringify(read))).toMatchObject({ groupChat: null, mockServers: null });
  });

  test("keeps what a reader may see and masks what nobody may", () => {
    const text = JSON.stringify(outcome);
    expect(text).toContain("abc123");
    expect(text).toContain("wss://mqtt.example/mqtt");
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe("the outcome as a summary", () => {
  const text = summary(outcome);

  test("says who, where, how to connect and until when", () => {
    expect(text).toBe(`IBM Video Streaming
  who      (no name), unverified user, id u1
  where    chatroom channel_1234
  connect  Stream at https://stream.example, API key abc123, chat token [masked]
  until    the service names no end

BlendVision One
  who      Ada, admin, id u2
  where    chatroom room-1, active, muted
  connect  MQTT at wss://mqtt.example/mqtt, client client-1, topic sub
  until    2026-01-08T00:00:00.000Z

Group chat
  where    groupchat:private_1234

2 sessions opened in 13 ms; secrets are masked.
`);
  });

  test("leaves out the group chat that there is not", () => {
    expect(summary(outcomeOf({ ...walked, groupChat: null }, null, 1))).not.toContain("Group chat");
  });
});
