import { describe, expect, test } from "vitest";
import { CannotSayError, downConvert, type JsonObject } from "../src/down-convert.js";
import { documentOf } from "./support.js";

const OK = { "200": { description: "Fine." } };
const operationOf = (operation: JsonObject, method = "get") =>
  documentOf({ paths: { "/rooms/{id}": { [method]: { responses: OK, ...operation } } } });

test("what both versions know stays as it is, in its order", () => {
  const document: JsonObject = documentOf({
    servers: [{ url: "https://{host}", variables: { host: { default: "a.example.com" } } }],
    tags: [{ name: "Rooms", externalDocs: { url: "https://example.com" } }],
    "x-edition": "one",
    paths: {
      "/rooms": {
        parameters: [{ name: "q", in: "query", schema: { type: "string" }, "x-why": "search" }],
        post: {
          operationId: "createRoom",
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": {
                schema: { $ref: "#/components/schemas/Form" },
                encoding: { "a[]": { style: "form", explode: true, allowReserved: true } },
              },
            },
          },
          responses: {
            "200": {
              description: "Fine.",
              headers: { "x-left": { schema: { type: "integer" } } },
              content: { "application/json": { examples: { one: { value: { nullable: 1 } } } } },
            },
            default: { $ref: "#/components/responses/Failed" },
          },
          security: [{ bearer: [] }, { login: ["write"] }],
        },
      },
    },
    components: {
      schemas: { Form: { type: "object", properties: { "a[]": { type: "array", items: {} } } } },
      responses: { Failed: { description: "Failed." } },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        login: { type: "oauth2", flows: { implicit: { scopes: {} } } },
      },
    },
  });
  const { document: converted, lost } = downConvert(document);
  expect(JSON.stringify(converted)).toBe(
    JSON.stringify(document).replace('"openapi":"3.1.0"', '"openapi":"3.0.3"'),
  );
  expect(lost).toEqual([]);
});

test("schemas are converted wherever they stand", () => {
  const schema = { type: ["string", "null"] };
  const media = { "application/json": { schema } };
  const { document } = downConvert(
    documentOf({
      paths: {
        "/rooms": {
          parameters: [{ name: "q", in: "query", schema }],
          post: {
            parameters: [{ name: "r", in: "query", content: media }],
            requestBody: { content: media },
            responses: { "200": { description: "", headers: { X: { schema } }, content: media } },
            callbacks: {
              done: {
                "{$request.body#/url}": {
                  post: { requestBody: { content: media }, responses: OK },
                },
              },
            },
          },
        },
      },
      components: {
        parameters: { P: { name: "p", in: "query", schema } },
        headers: { H: { schema } },
        requestBodies: { B: { content: media } },
        responses: { R: { description: "", content: media } },
      },
    }),
  );
  const text = JSON.stringify(document);
  expect(text).not.toContain('"null"');
  expect(text.match(/"type":"string","nullable":true/g)).toHaveLength(10);
});

test("paths may be absent in 3.1 and never in 3.0", () => {
  const { paths: _, ...document } = documentOf({});
  expect(downConvert(document).document.paths).toEqual({});
});

describe("what only informs is left out, and named", () => {
  test.each<[string, JsonObject, string]>([
    ["webhooks", documentOf({ webhooks: { opened: { post: { responses: OK } } } }), "/webhooks"],
    ["the dialect", documentOf({ jsonSchemaDialect: "https://example.com" }), "/jsonSchemaDialect"],
    [
      "the summary of the document",
      documentOf({ info: { title: "", version: "", summary: "Rooms." } }),
      "/info/summary",
    ],
    [
      "the SPDX id of the license",
      documentOf({ info: { title: "", version: "", license: { name: "MIT", identifier: "MIT" } } }),
      "/info/license/identifier",
    ],
    [
      "a text beside a reference",
      operationOf({ responses: { "200": { $ref: "#/a", description: "Mine." } } }),
      "/paths/~1rooms~1{id}/get/responses/200/description",
    ],
  ])("%s", (_, document, place) => {
    const { document: converted, lost } = downConvert(document);
    expect(lost).toEqual([place]);
    const member = place.split("/").at(-1) ?? "";
    expect(JSON.stringify(converted)).not.toContain(
      `"${member}":${member === "description" ? '"Mine' : ""}`,
    );
  });
});

describe("what 3.0 has no words for is refused", () => {
  test.each<[string, JsonObject, string]>([
    ["another version", documentOf({ openapi: "3.2.0" }), "/openapi: 3.2.0 is no version"],
    ["a document of 3.0", documentOf({ openapi: "3.0.3" }), "/openapi: 3.0.3 is no version"],
    [
      "path items in components",
      documentOf({ components: { pathItems: {} } }),
      "/components/pathItems is not known here",
    ],
    [
      "a body where it means nothing",
      operationOf({ requestBody: { content: {} } }),
      "/get/requestBody is not known here",
    ],
    [
      "an operation without responses",
      documentOf({ paths: { "/rooms": { get: {} } } }),
      "/paths/~1rooms/get has no responses",
    ],
    [
      "mutual TLS",
      documentOf({ components: { securitySchemes: { both: { type: "mutualTLS" } } } }),
      "/components/securitySchemes/both is mutualTLS",
    ],
    [
      "roles of a bearer token",
      documentOf({
        components: { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } },
        paths: { "/rooms": { get: { responses: OK, security: [{ bearer: ["admin"] }] } } },
      }),
      "/paths/~1rooms/get/security/0/bearer has roles",
    ],
    ["a misspelt member", operationOf({ sumary: "Reads." }), "/get/sumary is not known here"],
    ["a list that is none", documentOf({ tags: {} }), "/tags is not a list"],
    ["an object that is none", documentOf({ info: "Rooms" }), "/info is not an object"],
    [
      "a map that is none",
      documentOf({ components: { schemas: [] } }),
      "/components/schemas is not",
    ],
  ])("%s", (_, document, why) => {
    expect(() => downConvert(document)).toThrow(why);
  });

  test("all of it at once, place by place", () => {
    const document = documentOf({
      components: { schemas: { A: { if: {} }, B: { type: ["string", "integer"] } } },
    });
    let error: unknown;
    try {
      downConvert(document);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CannotSayError);
    expect((error as CannotSayError).places).toEqual([
      "/components/schemas/A has if",
      "/components/schemas/B has 2 types",
    ]);
  });
});
