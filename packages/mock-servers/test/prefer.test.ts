import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postGroup, violations } from "./support/calls.js";
import { documentedExamples, documents } from "./support/documents.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

describe("Prefer: code=…, example=…, force=true", () => {
  it("knows more than a few examples", () => {
    expect(documentedExamples().length).toBeGreaterThan(50);
  });

  it.each(documentedExamples())(
    "reaches $operationId $status $example without credentials and body",
    async ({ provider, method, path, status, example, mediaType, value }) => {
      const base = provider === "ibm-video" ? mocks.ibmVideo : mocks.blendvision;
      // The default response stands for every status that has none of its own.
      const code = status === "default" ? "418" : status;
      const prefer = `code=${code}, example=${example}, force=true`;
      const response = await fetch(base + path, { method, headers: { prefer } });
      expect(response.status).toBe(Number(code));
      expect(response.headers.get("content-type")).toBe(mediaType);
      expect(await response.json()).toEqual(value);
    },
  );

  it("still says what was wrong with the request", async () => {
    const prefer = "code=402, force=true";
    const response = await postGroup(mocks, "chat_token=t", { prefer, authorization: "none" });
    expect(response.status).toBe(402);
    expect(violations(response)).toHaveLength(2);
  });

  it.each(["{", "%ZZ=1"])("answers a body that cannot be read as well: %s", async (body) => {
    expect((await postGroup(mocks, body, { prefer: "code=503, force=true" })).status).toBe(503);
  });

  it("carries the headers that the document gives the answer", async () => {
    const { headers } = await getChat(mocks, { prefer: "code=429, force=true" });
    const documented = documents["ibm-video"].components.headers as Record<
      string,
      { example: number }
    >;
    expect(headers.get("x-ratelimit-limit")).toBe(String(documented.RateLimitLimit?.example));
    expect(headers.get("x-ratelimit-reset")).toBe(String(documented.RateLimitReset?.example));
  });
});

it("an answer carries no header that has neither an example nor a schema", async () => {
  const headers = { "X-Empty": { description: "No schema" } };
  const response = { ...jsonResponse({}), headers };
  await using served = await serveDocument({
    "/": { get: { operationId: "get", responses: { "200": response } } },
  });
  expect((await fetch(served.url)).headers.has("x-empty")).toBe(false);
});

describe("Prefer without force", () => {
  it("chooses the answer to a valid request", async () => {
    expect((await getChat(mocks, { prefer: "code=503" })).status).toBe(503);
    const vendor = await getChat(mocks, { prefer: "example=vendor" });
    expect(await vendor.json()).toMatchObject({ chat: { user: { default_name: "John Smith" } } });
  });

  it("does not save an invalid request from its error", async () => {
    expect((await postGroup(mocks, "", { prefer: "code=503" })).status).toBe(400);
    expect((await getChat(mocks, { prefer: "code=503", authorization: "" })).status).toBe(401);
  });

  it("chooses among the examples of that error", async () => {
    const response = await fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms`, {
      headers: { prefer: "code=401, example=expired" },
    });
    expect(response.status).toBe(401);
    const expired = documentedExamples().find(({ example }) => example === "expired");
    expect(await response.json()).toEqual(expired?.value);
  });
});

describe("the Prefer header", () => {
  it.each([
    "code=503,example=server-error",
    "code=503; example=server-error",
    "example=server-error;code=503",
    ' Code="503" ; EXAMPLE="server-error" , handling=lenient, respond-async, wait=10',
    "code=503, code=402, example=server-error",
  ])("is read with either separator, quoted or not, beside others: %s", async (prefer) => {
    const response = await getChat(mocks, { prefer });
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ error: "server_error" });
  });

  it("may come in several lines", async () => {
    const headers = new Headers({ authorization: "Bearer any" });
    headers.append("prefer", "code=402");
    headers.append("prefer", "force");
    const response = await fetch(`${mocks.ibmVideo}/channels/1/chat.json`, { headers });
    expect(response.status).toBe(402);
  });

  it.each([
    ["code=418", "initializeChat documents no status 418, only 200, 400, 401, 402, 404, 429, 503"],
    ["code=abc", 'Prefer: code must be a status from 200 to 599, not "abc"'],
    ["code=100", 'Prefer: code must be a status from 200 to 599, not "100"'],
    ["force=perhaps", 'Prefer: force must be true or false, not "perhaps"'],
    ["example=nope", "no example nope for status 200, only working, anonymous, vendor"],
    ["example=server-error", "no example server-error for status 200, it belongs to status 503"],
  ])("that asks for what is not there gets a 400 problem: %s", async (prefer, detail) => {
    const response = await getChat(mocks, { prefer });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as { type: string; detail: string };
    expect(problem.type).toBe("urn:roomkey:mock-servers:prefer");
    expect(problem.detail).toContain(detail);
  });
});
