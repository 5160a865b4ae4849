import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postToken, violations } from "./support/calls.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

describe("credentials", () => {
  it.each(["Bearer any", "bearer any", "BEARER any"])("%j is accepted", async (authorization) => {
    expect((await getChat(mocks, { authorization })).status).toBe(200);
  });

  it.each(["Bearer", "Bearer ", "Basic any", "any", "Bearerany", ""])(
    "%j gets the documented 401, and the header says why",
    async (authorization) => {
      const response = await getChat(mocks, { authorization });
      expect(response.status).toBe(401);
      expect(violations(response)).toEqual([
        "Request header authorization must be Bearer credentials (accessToken)",
      ]);
      expect(await response.json()).toEqual({ error: "invalid_token" });
    },
  );

  it("that are missing get the documented 401, and the header says which", async () => {
    const response = await fetch(`${mocks.ibmVideo}/channels/1/chat.json`);
    expect(response.status).toBe(401);
    expect(violations(response)).toEqual([
      "Request header authorization is missing, expected Bearer credentials (accessToken)",
    ]);
  });

  it("in two headers are both needed where the document asks for both", async () => {
    const response = await postToken(mocks, "{}", { "x-bv-org-id": "" });
    expect(response.status).toBe(401);
    expect(violations(response)).toEqual([
      "Request header x-bv-org-id is missing (organizationId)",
    ]);
  });

  it("come before everything else that is wrong, which is listed all the same", async () => {
    const response = await postToken(mocks, '{"role":"ROLE_X"}', { authorization: "none" });
    expect(response.status).toBe(401);
    expect(violations(response)).toHaveLength(2);
  });

  it("are not asked for where the document asks for none", async () => {
    const response = await fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms/tokens:refresh`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"refresh_token":"any"}',
    });
    expect(response.status).toBe(200);
  });
});

describe("the Basic credentials of IBM's token endpoint", () => {
  const refresh = (authorization?: string): Promise<Response> =>
    fetch(`${mocks.ibmVideo}/oauth2/token`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        ...(authorization !== undefined && { authorization }),
      },
      body: "grant_type=refresh_token&client_id=c&refresh_token=r",
    });

  it.each(["Basic 0123abcd", "basic 0123abcd"])(
    "are the bare client secret, not base64: %j is accepted",
    async (authorization) => {
      const response = await refresh(authorization);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each([undefined, "Bearer any", "Basic"])(
    "answer %j with invalid_client, as the document has no 401 there",
    async (authorization) => {
      const response = await refresh(authorization);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({ error: "invalid_client" });
    },
  );
});

describe("alternatives of credentials", () => {
  const components = {
    securitySchemes: {
      one: { type: "http", scheme: "bearer" },
      two: { type: "apiKey", in: "header", name: "X-Key" },
    },
  };
  const withSecurity = (security: object[]): object => ({
    "/": { get: { operationId: "get", security, responses: { "200": jsonResponse({}) } } },
  });

  it("are met by either one", async () => {
    await using served = await serveDocument(withSecurity([{ one: [] }, { two: [] }]), {
      components,
    });
    expect((await fetch(served.url, { headers: { "x-key": "k" } })).status).toBe(200);
    expect((await fetch(served.url, { headers: { authorization: "Bearer k" } })).status).toBe(200);
  });

  it("may include having none", async () => {
    await using served = await serveDocument(withSecurity([{ one: [] }, {}]), { components });
    expect((await fetch(served.url)).status).toBe(200);
  });

  it("that are not met get a problem where the document holds no error at all", async () => {
    await using served = await serveDocument(withSecurity([{ two: [] }]), { components });
    const response = await fetch(served.url);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({
      type: "urn:roomkey:mock-servers:undocumented-refusal",
      detail: "Request header x-key is missing (two)",
    });
  });
});
