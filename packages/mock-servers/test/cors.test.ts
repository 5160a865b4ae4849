import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

const ORIGIN = "http://localhost:3000";

describe("browser code of another origin", () => {
  it("may send what it likes: the preflight is answered before credentials are asked for", async () => {
    const response = await fetch(`${mocks.ibmVideo}/channels/1/chat/groups.json`, {
      method: "OPTIONS",
      headers: {
        origin: ORIGIN,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,prefer",
        "access-control-request-private-network": "true",
      },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": ORIGIN,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "OPTIONS, POST",
      "access-control-allow-headers": "authorization,prefer",
      "access-control-allow-private-network": "true",
      vary: "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
    });
  });

  it("gets the preflight of an unknown path answered too, so that it can see the 404", async () => {
    const response = await fetch(`${mocks.ibmVideo}/nope`, {
      method: "OPTIONS",
      headers: { origin: ORIGIN, "access-control-request-method": "GET" },
    });
    expect(response.status).toBe(204);
  });

  it("may read the answer and the header that says what was wrong", async () => {
    const response = await getChat(mocks, { origin: ORIGIN, authorization: "none" });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(response.headers.get("access-control-expose-headers")).toBe(
      "content-type, x-roomkey-violations",
    );
  });

  it("may read the headers that the document gives an answer", async () => {
    const response = await getChat(mocks, { origin: ORIGIN, prefer: "code=429" });
    expect(response.headers.get("access-control-expose-headers")).toContain("x-ratelimit-reset");
  });

  it("may read problems, which no document knows", async () => {
    const response = await fetch(`${mocks.ibmVideo}/nope`, { headers: { origin: ORIGIN } });
    expect(response.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  });
});

it("a request without an origin gets no headers for browsers", async () => {
  const response = await getChat(mocks);
  expect([...response.headers.keys()].filter((name) => name.startsWith("access-"))).toEqual([]);
  expect(response.headers.get("vary")).toBe("Origin");
});
