import { importSession } from "roomkey";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { expectNoServerSecret, type RunningApp, startApp } from "./support.js";

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => app.mocks.reset());
afterAll(() => app[Symbol.asyncDispose]());

describe("POST /sessions/blendvision", () => {
  it("gives a session that a browser can import", async () => {
    const { status, data, headers } = await app.post("/sessions/blendvision", { name: "Ada" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    const session = importSession(data);
    expect(session.provider).toBe("blendvision");
    expect(session.connection).toMatchObject({
      protocol: "mqtt",
      url: expect.stringMatching(/^wss:\/\/.+x-amz-customauthorizer-signature=/),
    });
    expect(session.expiresAt?.getTime()).toBeGreaterThan(Date.now());
  });

  it("issues the chatroom token for a viewer of this name, whatever role is asked for", async () => {
    await app.post("/sessions/blendvision", { name: "  Grace Hopper ", role: "admin" });
    const issued = app.mocks.requests().find((r) => r.operationId === "createChatroomToken");
    expect(JSON.parse(issued?.body ?? "")).toEqual({ role: "ROLE_VIEWER", name: "Grace Hopper" });
    expect(issued?.path).toBe("/bv/chatroom/v1/chatrooms/room-1/tokens");
  });

  it.each([
    ["no name", {}, 400],
    ["an empty name", { name: "  " }, 400],
    ["a name that is no text", { name: 7 }, 400],
    ["a name of several lines", { name: "Ada\nadmin" }, 400],
    ["a name with what cannot be seen", { name: "Ada\u202e" }, 400],
    ["a name of 41 characters", { name: "a".repeat(41) }, 400],
    ["an array", [], 400],
    ["null", "null", 400],
    ["broken JSON", '{"name":', 400],
    ["no body", "", 400],
    ["a large body", { name: "a".repeat(2000) }, 413],
  ])("refuses %s, and asks the platform for nothing", async (_, body, expected) => {
    const { status, data } = await app.post("/sessions/blendvision", body);
    expect([status, data]).toEqual([
      expected,
      { error: "bad_request", message: expect.stringMatching(/\.$/) },
    ]);
    expect(app.mocks.requests()).toEqual([]);
    expect(app.log).toEqual([]);
  });

  it("refuses what is not sent as JSON", async () => {
    const form = { headers: { "content-type": "application/x-www-form-urlencoded" } };
    const { status } = await app.post("/sessions/blendvision", "name=Ada", form);
    expect(status).toBe(415);
  });
});

describe("POST /sessions/ibm-video", () => {
  it("gives a session that a browser can import", async () => {
    const { status, data } = await app.post("/sessions/ibm-video");
    expect(status).toBe(200);
    const session = importSession(data);
    expect(session.provider).toBe("ibm-video");
    expect(session.connection).toMatchObject({
      protocol: "stream",
      chatToken: expect.stringMatching(/./),
    });
    expect(app.mocks.requests().map(({ path }) => path)).toEqual(["/channels/1234/chat.json"]);
  });
});

it("answers other paths and methods with 404", async () => {
  expect(await app.post("/sessions/other")).toMatchObject({ status: 404 });
  expect((await fetch(`${app.url}/sessions/ibm-video`)).status).toBe(404);
});

it("uses the secrets that it does not show", () => {
  // Or the tests above would prove nothing.
  expect(() => expectNoServerSecret("Bearer fake-api-token-of-the-organization")).toThrow();
});
