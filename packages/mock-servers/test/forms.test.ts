import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers, VIOLATIONS_HEADER } from "../src/index.js";
import { postGroup, violations } from "./support/calls.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

describe("a form body", () => {
  it.each([
    ["one participant", "participant_ids[]=a&chat_token=t"],
    ["two participants", "participant_ids[]=a&participant_ids[]=b&chat_token=t"],
    ["encoded brackets", "participant_ids%5B%5D=a&participant_ids%5B%5D=b&chat_token=t"],
    ["a space as + and as %20", "participant_ids[]=a+b&participant_ids[]=a%20b&chat_token=t"],
    ["reserved characters", "participant_ids[]=a@b,c%2B%26=d/é&chat_token=a/b=="],
    ["empty pairs", "&&participant_ids[]=a&&chat_token=t&"],
    ["a field that is not documented", "participant_ids[]=a&chat_token=t&extra=1&extra=2"],
    ["a field called __proto__", "participant_ids[]=a&chat_token=t&__proto__=x"],
  ])("is accepted with %s", async (_, body) => {
    const response = await postGroup(mocks, body);
    expect(violations(response)).toEqual([]);
    expect(response.status).toBe(200);
    expect(mocks.requests()[0]?.body).toBe(body);
  });

  it.each([
    ["no participants", "chat_token=t", "must have required property 'participant_ids[]'"],
    [
      "an empty participant",
      "participant_ids[]=&chat_token=t",
      "participant_ids[].0 must NOT have",
    ],
    [
      "an empty one among others",
      "participant_ids[]=a&participant_ids[]=&chat_token=t",
      "[].1 must",
    ],
    ["no chat token", "participant_ids[]=a", "must have required property 'chat_token'"],
    ["a repeated chat token", "participant_ids[]=a&chat_token=t&chat_token=u", "sent 2 times"],
    ["a key without brackets", "participant_ids=a&chat_token=t", "called participant_ids[]"],
    ["a key with an index", "participant_ids[0]=a&chat_token=t", "called participant_ids[]"],
    ["a key with brackets and index", "participant_ids[][0]=a&chat_token=t", "participant_ids[]"],
    [
      "a bad escape in a value",
      "participant_ids[]=%ZZ&chat_token=t",
      "participant_ids[] has a bad",
    ],
    ["a bad escape in a key", "%ZZ=1&participant_ids[]=a&chat_token=t", "name %ZZ has a bad"],
    ["an escape that is no UTF-8", "participant_ids[]=%FF&chat_token=t", "bad percent escape"],
    ["a lone percent sign", "participant_ids[]=100%&chat_token=t", "bad percent escape"],
    ["nothing in it", "", "Request body is required"],
  ])("is refused with %s, and the header says why", async (_, body, rule) => {
    const response = await postGroup(mocks, body);
    expect(response.status).toBe(400);
    expect(violations(response).join("\n")).toContain(rule);
    expect(await response.json()).toEqual({ error: "bad_request" });
  });

  it("is told what is wrong in a header that any client can read, whatever is in a key", async () => {
    const response = await postGroup(mocks, "%E2%82%AC%0D%0Ax:y=%ZZ");
    expect(response.headers.get(VIOLATIONS_HEADER)).toMatch(/^[\x20-\x7e]+$/);
    expect(violations(response)).toEqual([
      "Request body field €\\u000d\\u000ax:y has a bad percent escape in its value",
    ]);
  });

  it("is told about ten rules at most", async () => {
    const response = await postGroup(mocks, "a=%ZZ&".repeat(30));
    expect(violations(response)).toHaveLength(11);
    expect(violations(response).at(-1)).toBe("and 20 more");
  });

  it("may carry a charset in its content type, in any case", async () => {
    const type = "Application/X-WWW-Form-URLencoded; Charset=UTF-8";
    const body = "participant_ids[]=a&chat_token=t";
    expect((await postGroup(mocks, body, { "content-type": type })).status).toBe(200);
  });

  it("names a field with the document's own error value where the document has one", async () => {
    const response = await fetch(`${mocks.ibmVideo}/oauth2/token`, {
      method: "POST",
      headers: { authorization: "Basic 0000", "content-type": "application/x-www-form-urlencoded" },
      body: "grant_type=client_credentials",
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: "invalid_request" });
  });
});

describe("a form field whose schema is not text", () => {
  const schema = {
    type: "object",
    additionalProperties: false,
    properties: {
      limit: { type: "integer", maximum: 10 },
      flag: { type: "boolean" },
      "ids[]": {
        type: "array",
        minItems: 2,
        maxItems: 3,
        items: { $ref: "#/components/schemas/Id" },
      },
    },
  };
  const content = { "application/x-www-form-urlencoded": { schema } };
  const paths = {
    "/form": {
      post: {
        operationId: "postForm",
        requestBody: { required: true, content },
        responses: { "200": jsonResponse({}), "400": jsonResponse({ error: "documented" }) },
      },
    },
  };
  const components = { components: { schemas: { Id: { type: "integer" } } } };

  it.each([
    ["limit=5", 200],
    ["limit=5.5", 400],
    ["limit=11", 400],
    ["limit=abc", 400],
    ["limit=", 400],
    ["flag=true", 200],
    ["flag=1", 400],
    ["ids[]=1&ids[]=2", 200],
    ["ids[]=1", 400],
    ["ids[]=1&ids[]=2&ids[]=3&ids[]=4", 400],
    ["ids[]=x&ids[]=2", 400],
    ["unknown=1", 400],
  ])("%s is answered with %i", async (body, status) => {
    await using served = await serveDocument(paths, components);
    const response = await fetch(`${served.url}/form`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body,
    });
    expect(response.status).toBe(status);
    expect(violations(response).length > 0).toBe(status === 400);
  });
});
