import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { MockHandlers } from "../src/msw.js";
import { createMockHandlers } from "../src/msw.js";

const CHAT = "https://api.video.ibm.com/channels/1234/chat.json";
const AUTHORIZED = { headers: { authorization: "Bearer any" } };

let mocks: MockHandlers;
let server: ReturnType<typeof setupServer>;
beforeAll(async () => {
  mocks = await createMockHandlers();
  server = setupServer(...mocks.handlers);
  server.listen({ onUnhandledRequest: "error" });
});
afterEach(() => mocks.reset());
afterAll(() => server.close());

describe("MSW handlers", () => {
  it("answer for the platforms themselves, all of their hosts", async () => {
    const chat = await fetch(CHAT, AUTHORIZED);
    expect([chat.status, await chat.json()]).toMatchObject([200, { chat: { user: {} } }]);
    const token = await fetch("https://video.ibm.com/oauth2/token", {
      method: "POST",
      headers: { authorization: "Basic any" },
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: "c" }),
    });
    expect(token.status).toBe(200);
    const room = await fetch(
      "https://api.one.blendvision.com/bv/chatroom/v1/chatrooms",
      AUTHORIZED,
    );
    expect(room.status).toBe(200);
  });

  it("are the same engine: documented errors, violations, Prefer, the journal", async () => {
    const refused = await fetch(CHAT);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("x-roomkey-violations")).toContain("authorization is missing");
    const headers = { prefer: "code=402, force" };
    expect((await fetch(`${CHAT}?a=1`, { headers })).status).toBe(402);
    expect(mocks.requests()).toMatchObject([
      { operationId: "initializeChat", status: 401 },
      { path: "/channels/1234/chat.json?a=1", status: 402, forced: true },
    ]);
  });

  it("take rules, scenarios and forced answers", async () => {
    mocks.control.addRule({ match: { nth: 2 }, answer: { status: 402 } });
    expect((await fetch(CHAT, AUTHORIZED)).status).toBe(200);
    expect((await fetch(CHAT, AUTHORIZED)).status).toBe(402);
    mocks.control.useScenario("room-missing");
    expect((await fetch(CHAT, AUTHORIZED)).status).toBe(404);
    mocks.force("initializeChat", { status: 429 });
    expect((await fetch(CHAT, AUTHORIZED)).status).toBe(429);
  });

  it.each(["reset", "empty"] as const)("break the connection off: %s", async (fault) => {
    mocks.control.addRule({ answer: { fault } });
    await expect(fetch(CHAT, AUTHORIZED)).rejects.toThrow(TypeError);
  });

  it("cut bodies short, spoil them, and never answer", async () => {
    mocks.control.addRule({ answer: { fault: "truncate" }, times: 1 });
    mocks.control.addRule({ answer: { fault: "malformed-json" }, times: 1 });
    mocks.control.addRule({ answer: { fault: "stall" }, times: 1 });
    await expect((await fetch(CHAT, AUTHORIZED)).text()).rejects.toThrow();
    await expect((await fetch(CHAT, AUTHORIZED)).json()).rejects.toThrow(SyntaxError);
    const signal = AbortSignal.timeout(50);
    await expect(fetch(CHAT, { ...AUTHORIZED, signal })).rejects.toThrow();
  });

  it("take their time", async () => {
    mocks.control.addRule({ answer: { delay: 40, bodyDelay: 40 } });
    const start = performance.now();
    expect(await (await fetch(CHAT, AUTHORIZED)).json()).toHaveProperty("chat");
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });

  it("can stand for other addresses", async () => {
    const { handlers } = await createMockHandlers({ ibmVideo: ["http://ibm.test/v1/"] });
    server.use(...handlers);
    const response = await fetch("http://ibm.test/v1/channels/1/chat.json", AUTHORIZED);
    expect(response.status).toBe(200);
  });
});
