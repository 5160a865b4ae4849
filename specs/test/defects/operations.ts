import { blendvision, copy, type Defect, ibm, remove, rename, set } from "./defect.js";
import { CHAT, GROUP, PARAMETERS, READ, SCHEMES, TOKEN } from "./places.js";

const CHATROOMS = "/paths/~1bv~1chatroom~1v1~1chatrooms";
const query = (more: object) => ({
  name: "limit",
  in: "query",
  description: "How many.",
  schema: { type: "integer", format: "int32" },
  example: 5,
  ...more,
});

/** Paths, operations, parameters and security. */
export const operationDefects: readonly Defect[] = [
  ibm(
    "the same operationId twice",
    "operation-operationId-unique",
    set(`${GROUP}/operationId`, "initializeChat"),
  ),
  ibm("no operationId", "operation-operationId", remove(`${CHAT}/operationId`)),
  ibm(
    "an operationId in snake_case",
    "roomkey/operation-id-camel-case",
    set(`${CHAT}/operationId`, "initialize_chat"),
  ),
  ibm(
    "an operationId with a capital",
    "roomkey/operation-id-camel-case",
    set(`${CHAT}/operationId`, "InitializeChat"),
  ),
  ibm(
    "two operationIds that differ in case",
    "roomkey/name-distinct",
    set(`${CHAT}/operationId`, "initializeGroupchat"),
  ),
  ibm("no summary", "operation-summary", remove(`${CHAT}/summary`)),
  ibm(
    "a summary of two lines",
    "roomkey/text-summary",
    set(`${CHAT}/summary`, "Initialize the chat.\nIt is needed first."),
  ),
  ibm("no description", "operation-description", remove(`${CHAT}/description`)),
  ibm(
    "a description that was never written",
    "roomkey/text-finished",
    set(`${CHAT}/description`, "TODO: say what it does."),
  ),
  ibm(
    "no link to the vendor's page",
    "roomkey/operation-external-docs",
    remove(`${CHAT}/externalDocs`),
  ),
  ibm("no provenance", "roomkey/operation-provenance", remove(`${CHAT}/x-provenance`)),
  ibm(
    "a provenance that is not listed",
    "roomkey/operation-provenance",
    set(`${CHAT}/x-provenance/0`, "ibm-chat"),
  ),
  ibm(
    "deprecated, and nothing to use instead",
    "roomkey/text-deprecated",
    set(`${CHAT}/deprecated`, true),
  ),
  blendvision(
    "two paths that differ in a parameter's name",
    "no-identical-paths",
    copy(`${CHATROOMS}~1{id}~1tokens`, `${CHATROOMS}~1{chatroomId}~1tokens`),
  ),
  blendvision(
    "two paths that match the same address",
    "no-ambiguous-paths",
    copy(`${CHATROOMS}~1{id}~1tokens`, "/paths/~1bv~1chatroom~1v1~1{kind}~1all~1tokens"),
  ),
  blendvision(
    "a slash at the end of a path",
    "no-path-trailing-slash",
    rename(CHATROOMS, "/bv/chatroom/v1/chatrooms/"),
  ),
  blendvision(
    "a query in a path",
    "path-not-include-query",
    rename(CHATROOMS, "/bv/chatroom/v1/chatrooms?limit=1"),
  ),
  blendvision(
    "a path without a slash at its start",
    "struct",
    rename(CHATROOMS, "bv/chatroom/v1/chatrooms"),
  ),
  blendvision(
    "a parameter without a name in a path",
    "path-declaration-must-exist",
    rename(CHATROOMS, "/bv/chatroom/v1/{}/chatrooms"),
  ),
  blendvision(
    "a verb in a path",
    "no-http-verbs-in-paths",
    rename(CHATROOMS, "/bv/chatroom/v1/get-chatrooms"),
  ),
  blendvision(
    "a path parameter that is optional",
    "spectral/path-params",
    set(`${PARAMETERS}/chatroomId/required`, false),
  ),
  blendvision(
    "a path parameter that may be empty",
    "roomkey/parameter-path-not-empty",
    remove(`${PARAMETERS}/chatroomId/schema/minLength`),
  ),
  blendvision("a parameter without a schema", "struct", remove(`${PARAMETERS}/chatroomId/schema`)),
  blendvision(
    "a parameter without a description",
    "parameter-description",
    remove(`${PARAMETERS}/chatroomId/description`),
  ),
  blendvision(
    "a parameter in a place that there is not",
    "struct",
    set(`${PARAMETERS}/chatroomId/in`, "body"),
  ),
  blendvision(
    "the same parameter twice",
    "operation-parameters-unique",
    set(`${READ}/parameters`, [query({}), query({})]),
  ),
  blendvision(
    "a list in the query, and no word how",
    "array-parameter-serialization",
    set(`${READ}/parameters`, [
      query({
        schema: { type: "array", items: { type: "string", description: "One.", example: "a" } },
        example: ["a"],
      }),
    ]),
  ),
  blendvision(
    "an object in the query",
    "roomkey/parameter-portable",
    set(`${READ}/parameters`, [
      query({ style: "deepObject", schema: { type: "object" }, example: {} }),
    ]),
  ),
  blendvision(
    "a cookie",
    "roomkey/parameter-portable",
    set(`${READ}/parameters`, [query({ in: "cookie" })]),
  ),
  blendvision(
    "the authorization header as a parameter",
    "roomkey/parameter-portable",
    set(`${READ}/parameters`, [query({ in: "header", name: "Authorization" })]),
  ),
  ibm("no word on security", "security-defined", remove(`${CHAT}/security`)),
  ibm(
    "a choice of credentials",
    "roomkey/security-one",
    set(`${CHAT}/security/-`, { clientSecret: [] }),
  ),
  ibm("a credential that may be left out", "roomkey/security-one", set(`${CHAT}/security`, [{}])),
  ibm(
    "security of the whole document",
    "roomkey/security-one",
    set("/security", [{ accessToken: [] }]),
  ),
  ibm("a scheme without its kind", "struct", remove(`${SCHEMES}/accessToken/scheme`)),
  ibm(
    "a header named authorization as a key",
    "roomkey/security-scheme",
    set(`${SCHEMES}/accessToken`, {
      type: "apiKey",
      in: "header",
      name: "Authorization",
      description: "Token.",
    }),
  ),
  ibm(
    "a scheme without a description",
    "roomkey/text-description",
    remove(`${SCHEMES}/accessToken/description`),
  ),
  ibm(
    "scopes of a scheme that has none",
    "roomkey/security-one",
    set(`${CHAT}/security/0/accessToken`, ["chat"]),
  ),
  ibm(
    "the same summary twice",
    "roomkey/text-summary",
    copy(`${GROUP}/summary`, `${CHAT}/summary`),
  ),
  ibm(
    "a link without TLS",
    "roomkey/text-address",
    set("/externalDocs/url", "http://developers.video.ibm.com"),
  ),
  ibm(
    "a link that is none",
    "roomkey/text-address",
    set(`${CHAT}/externalDocs/url`, "the vendor's page"),
  ),
  blendvision(
    "a path parameter in another style",
    "roomkey/parameter-portable",
    set(`${PARAMETERS}/chatroomId/style`, "matrix"),
  ),
  blendvision(
    "two slashes in a path",
    "roomkey/document-path",
    rename(CHATROOMS, "/bv//chatrooms"),
  ),
  blendvision("a space in a path", "roomkey/document-path", rename(CHATROOMS, "/bv/chat rooms")),
  blendvision(
    "a parameter that is part of a segment",
    "roomkey/document-path",
    rename(`${CHATROOMS}~1{id}~1tokens`, "/bv/chatroom/v1/chatrooms/room-{id}/tokens"),
  ),
  blendvision(
    "a path without an operation",
    "roomkey/document-path",
    set("/paths/~1bv~1chatroom", {}),
  ),
  ibm(
    "two servers of an operation",
    "roomkey/document-server",
    set(`${TOKEN}/servers/-`, { url: "https://api.video.ibm.com", description: "Another." }),
  ),
];
