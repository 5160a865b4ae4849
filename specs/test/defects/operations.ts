import { blendvision, copy, type Defect, ibm, remove, rename, set } from "./defect.js";
import {
  bodyOf,
  CHAT,
  CREATE,
  CREATE_TOKEN,
  FORM,
  GROUP,
  HEADERS,
  PARAMETERS,
  READ,
  RESPONSES,
  SCHEMES,
  TOKEN,
  TOKEN_FORM,
} from "./places.js";

const CHATROOMS = "/paths/~1bv~1chatroom~1v1~1chatrooms";
const query = (more: object) => ({
  name: "limit",
  in: "query",
  description: "How many.",
  schema: { type: "integer", format: "int32" },
  example: 5,
  ...more,
});

/** Paths, operations, parameters, bodies, answers and security. */
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
    "a parameter without an example",
    "roomkey/parameter-example",
    remove(`${PARAMETERS}/chatroomId/example`),
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
  blendvision(
    "a body on a GET",
    "roomkey/operation-no-body",
    copy(`${CREATE}/requestBody`, `${READ}/requestBody`),
  ),
  blendvision("a body on a DELETE", "roomkey/operation-no-body", rename(CREATE_TOKEN, "delete")),
  blendvision(
    "a body that may be left out",
    "roomkey/request-body-required",
    remove(`${CREATE}/requestBody/required`),
  ),
  blendvision(
    "two media types of a body",
    "roomkey/body-media-type",
    copy(
      `${CREATE}/requestBody/content/application~1json`,
      `${CREATE}/requestBody/content/application~1x-www-form-urlencoded`,
    ),
  ),
  blendvision(
    "a charset in a media type",
    "roomkey/body-media-type",
    rename(`${CREATE}/requestBody/content/application~1json`, "application/json; charset=utf-8"),
  ),
  ibm(
    "an answer in another media type",
    "roomkey/body-media-type",
    rename(bodyOf("NotFound"), "text/plain"),
  ),
  ibm("a body without a schema", "roomkey/body-named", remove(`${FORM}/schema`)),
  ibm(
    "an inline body",
    "roomkey/body-named",
    copy("/components/schemas/OAuthError", `${bodyOf("AccessTokenRefused")}/schema`),
  ),
  ibm(
    "an encoding of a key that the form has not",
    "roomkey/form-encoding",
    rename(`${FORM}/encoding/participant_ids[]`, "participant_ids"),
  ),
  ibm("a list in a form without an encoding", "roomkey/form-encoding", remove(`${FORM}/encoding`)),
  ibm(
    "an encoding that leaves out explode",
    "roomkey/form-encoding",
    remove(`${FORM}/encoding/participant_ids[]/explode`),
  ),
  ibm(
    "an encoding with commas",
    "roomkey/form-encoding",
    set(`${FORM}/encoding/participant_ids[]/explode`, false),
  ),
  ibm(
    "an object in a form",
    "roomkey/form-flat",
    set("/components/schemas/AccessTokenForm/properties/device_name", {
      $ref: "#/components/schemas/Chat",
    }),
  ),
  ibm("no answers", "roomkey/operation-one-success", remove(`${CHAT}/responses`)),
  ibm("no success", "operation-2xx-response", remove(`${CHAT}/responses/200`)),
  ibm(
    "two successes",
    "roomkey/operation-one-success",
    copy(`${CHAT}/responses/200`, `${CHAT}/responses/201`),
  ),
  ibm("no error of the client", "operation-4xx-response", remove(`${TOKEN}/responses/400`)),
  ibm(
    "no 401 where a credential is taken",
    "roomkey/operation-unauthorized",
    remove(`${CHAT}/responses/401`),
  ),
  ibm(
    "a status that there is not",
    "roomkey/response-status",
    rename(`${CHAT}/responses/404`, "499"),
  ),
  ibm("a status of four digits", "struct", rename(`${CHAT}/responses/404`, "4044")),
  ibm("a range of statuses", "roomkey/response-status", rename(`${CHAT}/responses/404`, "4XX")),
  ibm("an answer without a description", "struct", remove(`${RESPONSES}/NotFound/description`)),
  ibm(
    "an answer with an empty description",
    "roomkey/text-description",
    set(`${RESPONSES}/NotFound/description`, " "),
  ),
  ibm("content of a 204", "roomkey/response-content", rename(`${CHAT}/responses/200`, "204")),
  ibm(
    "an error without content",
    "roomkey/response-content",
    remove(`${RESPONSES}/NotFound/content`),
  ),
  ibm(
    "two error types in one operation",
    "roomkey/operation-one-error-type",
    set(`${bodyOf("NotFound")}/schema/$ref`, "#/components/schemas/OAuthError"),
  ),
  ibm("a header without a schema", "struct", remove(`${HEADERS}/RateLimitReset/schema`)),
  ibm(
    "a header without a description",
    "roomkey/text-description",
    remove(`${HEADERS}/RateLimitReset/description`),
  ),
  ibm(
    "a header that holds an object",
    "roomkey/response-headers",
    set(`${HEADERS}/RateLimitReset/schema`, { type: "object" }),
  ),
  ibm(
    "a Content-Type header",
    "roomkey/response-headers",
    rename(`${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit`, "Content-Type"),
  ),
  ibm("no word on security", "security-defined", remove(`${CHAT}/security`)),
  ibm("security that nobody defines", "security-defined", set(`${CHAT}/security`, [{ token: [] }])),
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
  ibm("no example of a body", "roomkey/body-examples", remove(`${TOKEN_FORM}/examples`)),
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
  ibm(
    "a header twice, in another case",
    "roomkey/response-headers",
    copy(
      `${RESPONSES}/TooManyRequests/headers/X-RateLimit-Limit`,
      `${RESPONSES}/TooManyRequests/headers/x-ratelimit-limit`,
    ),
  ),
  ibm(
    "a content type of a form's field",
    "roomkey/form-encoding",
    set(`${FORM}/encoding/participant_ids[]/contentType`, "application/json"),
  ),
  blendvision(
    "a path parameter in another style",
    "roomkey/parameter-portable",
    set(`${PARAMETERS}/chatroomId/style`, "matrix"),
  ),
];
