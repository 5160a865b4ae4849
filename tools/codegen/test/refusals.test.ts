import { describe, expect, it } from "vitest";
import { operationTable } from "../src/operation-table.js";
import { Refusal } from "../src/refusal.js";
import { roomDocumentWith, serverSecrets } from "./fixtures/room-document.js";

/** What the generator says, and the member of the document that makes it say so. */
type Case = readonly [message: string, path: readonly string[], value: unknown];

const room = ["paths", "/rooms/{roomId}"];
const getRoom = [...room, "get"];
const fields = [...getRoom, "parameters", "1"];
const createRoom = ["paths", "/rooms", "post"];
const openGroup = ["paths", "/rooms/{roomId}/groups", "post"];
const groupBody = ["components", "requestBodies", "Group"];
const groupForm = [...groupBody, "content", "application/x-www-form-urlencoded"];
const group = ["components", "schemas", "GroupForm", "properties"];
const settings = ["components", "schemas", "RoomSettings", "properties"];
const roomId = ["components", "parameters", "roomId"];
const schemes = ["components", "securitySchemes"];

const scalar = { type: "string" };
const ref = (path: readonly string[]) => ({ $ref: `#/${path.join("/")}` });
const user = ref(["components", "schemas", "User"]);

const groups: Readonly<Record<string, readonly Case[]>> = {
  "an operation": [
    ["get /rooms/{roomId}: it has no operationId", [...getRoom, "operationId"], undefined],
    ["operation get-room: the operationId is not camel", [...getRoom, "operationId"], "get-room"],
    ["operation getRoom: the operationId is used twice", [...createRoom, "operationId"], "getRoom"],
    ["path /rooms: method head is not supported", ["paths", "/rooms", "head"], {}],
  ],
  "a server": [
    ["operation getRoom: no server is named", ["servers"], undefined],
    ["operation getRoom: several servers", ["servers", "1"], { url: "https://eu.example.com" }],
    [
      "operation getRoom: server https://{region}.example.com has variables",
      ["servers", "0", "url"],
      "https://{region}.example.com",
    ],
    ["operation getRoom: server /v1 is not an absolute", ["servers", "0", "url"], "/v1"],
    [
      "operation getRoom: server https://example.com?v=1 is not an absolute",
      ["servers", "0", "url"],
      "https://example.com?v=1",
    ],
  ],
  security: [
    [
      "operation getRoom: security lists alternatives",
      [...getRoom, "security"],
      [{ userToken: [] }, { apiKey: [] }],
    ],
    ["operation getRoom: no security is declared", ["security"], undefined],
    [
      "operation getRoom: security names adminToken, which is not declared",
      [...getRoom, "security"],
      [{ adminToken: [] }],
    ],
    [
      "security scheme userToken: apiKey cookie is not supported",
      [...schemes, "userToken"],
      { type: "apiKey", in: "cookie", name: "session" },
    ],
    [
      "security scheme userToken: oauth2 is not supported",
      [...schemes, "userToken"],
      { type: "oauth2", flows: {} },
    ],
    [
      "server secret organization (src/apis.ts) is no security scheme",
      [...schemes, "organization"],
      undefined,
    ],
  ],
  "a parameter": [
    ["operation getRoom: parameter fields: it is in cookie", [...fields, "in"], "cookie"],
    ["operation getRoom: parameter fields: it is in header", [...fields, "in"], "header"],
    [
      "operation getRoom: parameter fields: style pipeDelimited is not supported in query",
      [...fields, "style"],
      "pipeDelimited",
    ],
    [
      "operation getRoom: parameter roomId: style matrix is not supported in path",
      [...roomId, "style"],
      "matrix",
    ],
    [
      "operation getRoom: parameter roomId: a path parameter must be required",
      [...roomId, "required"],
      false,
    ],
    [
      "operation getRoom: parameter fields: allowReserved is not supported",
      [...fields, "allowReserved"],
      true,
    ],
    ["operation getRoom: parameter fields: it has no schema", [...fields, "schema"], undefined],
    [
      "operation getRoom: parameter fields: only scalars and arrays of scalars",
      [...fields, "schema"],
      { type: "object" },
    ],
    [
      "operation getRoom: parameter fields: only scalars and arrays of scalars",
      [...fields, "schema", "items"],
      user,
    ],
    [
      "operation getRoom: parameter roomId: two parameters have this name",
      [...fields, "name"],
      "roomId",
    ],
    ["operation getRoom: {roomId} in the path is not declared", [...room, "parameters"], undefined],
    [
      "operation createRoom: parameter roomId: the path has no {roomId}",
      [...createRoom, "parameters"],
      [ref(roomId)],
    ],
  ],
  "a request body": [
    [
      "operation openGroup: the request body has several media types (application/x-www-form-urlencoded, application/json)",
      [...groupBody, "content", "application/json"],
      {},
    ],
    ["operation openGroup: the request body has no media type", [...groupBody, "content"], {}],
    [
      "operation openGroup: request bodies of type multipart/form-data are not supported",
      [...groupBody, "content"],
      { "multipart/form-data": {} },
    ],
    ["operation openGroup: request body: it has no schema", [...groupForm, "schema"], undefined],
    [
      "operation openGroup: request body: it is not an object",
      [...groupForm, "schema"],
      { type: "array", items: scalar },
    ],
    [
      "operation openGroup: request body: variants (anyOf, oneOf) of an object",
      [...groupForm, "schema"],
      { oneOf: [user] },
    ],
    [
      "operation createRoom: request body: seats: several types (integer, string)",
      [...settings, "seats", "type"],
      ["integer", "string"],
    ],
    [
      "operation createRoom: request body: seats: the schema names no type",
      [...settings, "seats"],
      {},
    ],
    [
      "operation createRoom: request body: seats: unknown type int",
      [...settings, "seats", "type"],
      "int",
    ],
    [
      "operation createRoom: request body: seats: anyOf or oneOf with several variants",
      [...settings, "seats"],
      { anyOf: [scalar, { type: "integer" }] },
    ],
    [
      "operation createRoom: request body: seats: the parts of allOf have different types",
      [...settings, "seats"],
      { allOf: [scalar, { type: "integer" }] },
    ],
    [
      "operation openGroup: request body: member_ids[]: it is required and may be null",
      [...group, "member_ids[]", "type"],
      ["array", "null"],
    ],
  ],
  "a form": [
    [
      "operation openGroup: request body: member_ids[]: a form array needs an encoding",
      [...groupForm, "encoding"],
      undefined,
    ],
    [
      "operation openGroup: request body: member_ids[]: a form array needs an encoding",
      [...groupForm, "encoding", "member_ids[]", "explode"],
      undefined,
    ],
    [
      "operation openGroup: request body: member_ids[]: encoding style spaceDelimited",
      [...groupForm, "encoding", "member_ids[]", "style"],
      "spaceDelimited",
    ],
    [
      "operation openGroup: request body: member_ids[]: a form array can only hold scalars",
      [...group, "member_ids[]", "items"],
      user,
    ],
    [
      "operation openGroup: request body: name: a form cannot hold an object",
      [...group, "name"],
      user,
    ],
    [
      "operation openGroup: request body: name: a form cannot say null",
      [...group, "name", "type"],
      ["string", "null"],
    ],
    [
      "operation openGroup: request body: name: encoding.contentType has no place",
      [...groupForm, "encoding", "name"],
      { contentType: "text/plain" },
    ],
    [
      "operation openGroup: request body: encoding names member_ids, which is no member",
      [...groupForm, "encoding", "member_ids"],
      { style: "form", explode: true },
    ],
  ],
  "a response": [
    [
      "operation getRoom: no 2xx response is documented",
      [...getRoom, "responses", "200"],
      undefined,
    ],
    [
      "operation getRoom: response 2XX: write each status out",
      [...getRoom, "responses", "2XX"],
      { description: "Any success." },
    ],
    [
      "operation getRoom: response 200: several media types (application/json, text/plain)",
      [...getRoom, "responses", "200", "content", "text/plain"],
      {},
    ],
    [
      'operation getRoom: response 200: member "a.b": a path cannot name it',
      ["components", "schemas", "Room", "properties", "a.b"],
      scalar,
    ],
  ],
  "a reference": [
    [
      "operation openGroup: the reference #/components/requestBodies/Gruop leads to nothing",
      [...openGroup, "requestBody"],
      { $ref: "#/components/requestBodies/Gruop" },
    ],
    [
      "operation openGroup: the reference ./group.yaml leads out of the bundle",
      [...openGroup, "requestBody"],
      { $ref: "./group.yaml" },
    ],
    [
      "operation openGroup: the reference #/components/requestBodies/Group leads to itself",
      groupBody,
      ref(groupBody),
    ],
  ],
};

describe.each(Object.entries(groups))("%s that would need guessing is refused", (_, cases) => {
  it.each(cases)("%s", (message, path, value) => {
    const said = refusal(() => operationTable(roomDocumentWith(path, value), serverSecrets));
    expect(said.slice(0, message.length)).toBe(message);
  });
});

/** The message of the refusal that comes out of `run`. */
function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}
