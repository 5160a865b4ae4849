import { blendvision, type Defect, ibm, remove, rename, set } from "./defect.js";
import { bodyOf, FORM, HEADERS, PARAMETERS, SCHEMAS } from "./places.js";

const CHAT_EXAMPLE = `${bodyOf("ChatInitialized")}/examples/working`;
const FORM_EXAMPLE = `${FORM}/examples/working/value`;
const ROOM_EXAMPLE = `${bodyOf("ChatroomRead")}/examples/working/value/chatroom`;

const RANDOM_JWT = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJzdWIiOiJhZGEifQ",
  "4Tq1_qGf3kUyVxL0pZrXw7bNcJmEoRhsDdA9vKt2iYI",
].join(".");

/** Examples of bodies, schemas, parameters and headers; and what must not be in them. */
export const exampleDefects: readonly Defect[] = [
  ibm(
    "an answer's example without a required member",
    "no-invalid-media-type-examples",
    remove(`${CHAT_EXAMPLE}/value/chat/user/id`),
  ),
  ibm(
    "an answer's example with a misspelt member",
    "no-invalid-media-type-examples",
    rename(`${CHAT_EXAMPLE}/value/chat/user/default_name`, "defaultname"),
  ),
  ibm(
    "an answer's example with a member too many",
    "no-invalid-media-type-examples",
    set(`${CHAT_EXAMPLE}/value/chat/user/age`, 36),
  ),
  ibm(
    "an answer's example with a wrong type",
    "no-invalid-media-type-examples",
    set(`${CHAT_EXAMPLE}/value/chat/user/has_verified_user`, "yes"),
  ),
  ibm(
    "an answer's example with null",
    "no-invalid-media-type-examples",
    set(`${CHAT_EXAMPLE}/value/chat/user/token`, null),
  ),
  ibm(
    "an answer's example that is a text",
    "no-invalid-media-type-examples",
    set(`${CHAT_EXAMPLE}/value`, "ok"),
  ),
  ibm(
    "a request's example without a required field",
    "no-invalid-media-type-examples",
    remove(`${FORM_EXAMPLE}/chat_token`),
  ),
  ibm(
    "a request's example with a text instead of a list",
    "no-invalid-media-type-examples",
    set(`${FORM_EXAMPLE}/participant_ids[]`, "ada"),
  ),
  ibm(
    "a request's example with an empty list",
    "no-invalid-media-type-examples",
    set(`${FORM_EXAMPLE}/participant_ids[]`, []),
  ),
  ibm(
    "a request's example that leaves out the brackets",
    "no-invalid-media-type-examples",
    rename(`${FORM_EXAMPLE}/participant_ids[]`, "participant_ids"),
  ),
  blendvision(
    "a request's example with a value outside the enum",
    "no-invalid-media-type-examples",
    set(
      "/paths/~1bv~1chatroom~1v1~1chatrooms~1{id}~1tokens/post/requestBody/content/application~1json/examples/viewer/value/role",
      "ROLE_OWNER",
    ),
  ),
  blendvision(
    "an example with a date that is none",
    "spectral/oas3-valid-media-example",
    set(`${ROOM_EXAMPLE}/created_at`, "yesterday"),
  ),
  blendvision(
    "an example with a number that is too large",
    "no-invalid-media-type-examples",
    set(`${ROOM_EXAMPLE}/viewer_info/count`, 3_000_000_000),
  ),
  ibm(
    "an example with an address that is none",
    "spectral/oas3-valid-media-example",
    set(`${CHAT_EXAMPLE}/value/chat/stream_data/api_base_url`, "chat-proxy"),
  ),
  ibm("an example without a value", "roomkey/body-examples", remove(`${CHAT_EXAMPLE}/value`)),
  ibm("an example without a summary", "roomkey/body-examples", remove(`${CHAT_EXAMPLE}/summary`)),
  ibm(
    "an example in another file",
    "roomkey/body-examples",
    remove(`${CHAT_EXAMPLE}/value`),
    set(`${CHAT_EXAMPLE}/externalValue`, "https://example.com/a.json"),
  ),
  ibm(
    "an example without a name",
    "roomkey/body-examples",
    remove(`${bodyOf("NotFound")}/examples`),
    set(`${bodyOf("NotFound")}/example`, { error: "not_found" }),
  ),
  ibm(
    "a schema's example of another type",
    "no-invalid-schema-examples",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/example`, "a day"),
  ),
  ibm(
    "a schema's example below the minimum",
    "no-invalid-schema-examples",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/example`, -5),
  ),
  ibm(
    "a schema's example that is too short",
    "no-invalid-schema-examples",
    set(`${SCHEMAS}/ChatUser/properties/id/example`, ""),
  ),
  blendvision(
    "a schema's example outside the enum",
    "roomkey/enum-values",
    set(`${SCHEMAS}/Chatroom/properties/status/example`, "CHAT_STATUS_OPEN"),
  ),
  blendvision(
    "a schema's example that is no date",
    "no-invalid-schema-examples",
    set(`${SCHEMAS}/Chatroom/properties/created_at/example`, "2026-13-01"),
  ),
  ibm(
    "a parameter's example of another type",
    "no-invalid-parameter-examples",
    set(`${PARAMETERS}/channelId/example`, 12345678),
  ),
  ibm(
    "a header's example of another type",
    "spectral/oas3-valid-media-example",
    set(`${HEADERS}/RateLimitReset/example`, "noon"),
  ),
  ibm(
    "a header without an example",
    "roomkey/parameter-example",
    remove(`${HEADERS}/RateLimitReset/example`),
  ),
  ibm(
    "a token that somebody may have signed",
    "roomkey/secret-none",
    set(`${CHAT_EXAMPLE}/value/chat/user/token`, RANDOM_JWT),
  ),
  ibm(
    "a client secret as it could be",
    "roomkey/secret-none",
    set(
      `${SCHEMAS}/IssuedAccessToken/properties/access_token/example`,
      "5f2b8c91d04e7a36bb18c2f97ed05a4316c9e8d7",
    ),
  ),
  ibm(
    "a key of a cloud",
    "roomkey/secret-none",
    set(`${SCHEMAS}/StreamData/properties/api_key/example`, ["AKIA", "IOSFODNN7EXAMPLE"].join("")),
  ),
  ibm(
    "a private key in a description",
    "roomkey/secret-none",
    set(`${SCHEMAS}/ChatUser/description`, ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" ")),
  ),
  ibm(
    "a schema's example that is null",
    "no-invalid-schema-examples",
    set(`${SCHEMAS}/ChatUser/properties/id/example`, null),
  ),
  ibm(
    "an example with somebody's address",
    "roomkey/example-host",
    set(`${CHAT_EXAMPLE}/value/chat/user/default_name`, "ada@somewhere.io"),
  ),
  ibm(
    "an example with somebody's host",
    "roomkey/example-host",
    set(`${CHAT_EXAMPLE}/value/chat/stream_data/api_base_url`, "https://chat.stream-io-api.com"),
  ),
  ibm(
    "an example whose name no header can carry",
    "roomkey/body-examples",
    rename(CHAT_EXAMPLE, "my example"),
  ),
];
