import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, violations } from "./support/calls.js";
import { operations } from "./support/documents.js";
import { exchange, rawRequest, readAnswers } from "./support/raw.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const get = async (path: string): Promise<Response> =>
  fetch(mocks.ibmVideo + path, { headers: { authorization: "Bearer any" } });

describe("a path", () => {
  it.each([
    "/channels/1234/chat.json",
    "/channels/%31234/chat%2Ejson",
    "/channels/a%2Fb/chat.json",
    "/channels/a,b/chat.json",
    "/channels/%C3%A9%20(x)'!*/chat.json",
    "/channels/1234/chat.json?anything=goes",
  ])("%s leads to the operation", async (path) => {
    const response = await get(path);
    expect(violations(response)).toEqual([]);
    expect(response.status).toBe(200);
    expect(mocks.requests()[0]).toMatchObject({ operationId: "initializeChat", path });
  });

  it.each([
    "/",
    "/nope",
    "/channels/1234/chat.json/",
    "/channels/1234/chat.jsonx",
    "/channels/1234/chatXjson",
    "/channels//chat.json",
    "//channels/1234/chat.json",
    "/channels/1/2/chat.json",
    "/channels/1234/CHAT.json",
    "/%ZZ",
  ])("%s that the document does not know is answered with a 404 problem", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "urn:roomkey:mock-servers:unknown-path" });
    expect(mocks.requests()[0]?.operationId).toBeNull();
  });

  it.each(["%ZZ", "%", "%2", "%FF", "a%C3"])(
    "with the broken escape %s gets the documented 400, and the header names the parameter",
    async (id) => {
      const response = await get(`/channels/${id}/chat.json`);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: "bad_request" });
      expect(violations(response)).toEqual([
        "Request path parameter channelId has a bad percent escape",
      ]);
    },
  );

  it.each(["?%ZZ=1", "?a=%ZZ", "?a=1&%=2"])(
    "with the broken escape %s in its query gets the documented 400",
    async (query) => {
      const response = await get(`/channels/1/chat.json${query}`);
      expect(response.status).toBe(400);
      expect(violations(response)[0]).toMatch(/^Request query parameter .* has a bad percent esc/);
    },
  );

  it("may be sent in absolute form, as to a proxy", async () => {
    const line = "GET http://api.video.ibm.com/channels/1234/chat.json";
    const text = await exchange(mocks.ibmVideo, rawRequest(line, ["Connection: close"]));
    expect(readAnswers(text).map(({ status }) => status)).toEqual([200]);
  });

  it("is validated as its parameters are documented, and named as they are", async () => {
    const schema = { type: "integer", maximum: 9 };
    await using served = await serveDocument({
      "/rooms/{roomId}": {
        get: {
          operationId: "getRoom",
          parameters: [{ name: "roomId", in: "path", required: true, schema }],
          responses: { "200": jsonResponse({}), "422": jsonResponse({ error: "documented" }) },
        },
      },
    });
    expect((await fetch(`${served.url}/rooms/9`)).status).toBe(200);
    const refused = await fetch(`${served.url}/rooms/10`);
    expect(refused.status).toBe(422);
    expect(violations(refused)).toEqual(["Request path parameter roomId must be <= 9"]);
  });

  it("without parameters goes before one with a parameter in its place", async () => {
    const get = (operationId: string): object => ({
      get: { operationId, responses: { "200": jsonResponse({ operationId }) } },
    });
    await using served = await serveDocument({ "/a/{id}": get("any"), "/a/own": get("own") });
    expect(await (await fetch(`${served.url}/a/own`)).json()).toEqual({ operationId: "own" });
    expect(await (await fetch(`${served.url}/a/other`)).json()).toEqual({ operationId: "any" });
  });
});

describe("a method", () => {
  it.each(operations())(
    "of every operation is known, others get a 405 problem with Allow: $method $path",
    async ({ provider, path, method }) => {
      const base = provider === "ibm-video" ? mocks.ibmVideo : mocks.blendvision;
      const response = await fetch(base + path.replaceAll(/\{\w+\}/g, "1"), { method: "PATCH" });
      expect(response.status).toBe(405);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("allow")?.split(", ")).toContain(method);
    },
  );

  it("HEAD is answered like GET, without the body", async () => {
    const url = `${mocks.ibmVideo}/channels/1234/chat.json`;
    const response = await fetch(url, {
      method: "HEAD",
      headers: { authorization: "Bearer any" },
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
    const full = await (await getChat(mocks)).text();
    expect(response.headers.get("content-length")).toBe(String(full.length));
    expect(mocks.requests()[0]).toMatchObject({ method: "HEAD", operationId: "initializeChat" });
  });

  it("HEAD is refused like GET as well", async () => {
    const response = await fetch(`${mocks.ibmVideo}/channels/1/chat.json`, { method: "HEAD" });
    expect(response.status).toBe(401);
    expect(violations(response)).toHaveLength(1);
  });

  it("OPTIONS without a preflight names the methods", async () => {
    const response = await fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms`, {
      method: "OPTIONS",
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
  });
});
