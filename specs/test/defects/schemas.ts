import { blendvision, type Defect, ibm, remove, rename, set } from "./defect.js";
import { bodyOf, HEADERS, SCHEMAS } from "./places.js";

const USER = `${SCHEMAS}/ChatUser`;
const NAME = `${USER}/properties/default_name`;
const ROOM = `${SCHEMAS}/Chatroom/properties`;
const FORM = `${SCHEMAS}/GroupChatForm`;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** Types, formats, limits, members and texts of schemas. */
export const schemaDefects: readonly Defect[] = [
  ibm("a misspelt keyword: requried", "struct", rename(`${USER}/required`, "requried")),
  ibm("a misspelt keyword: propertes", "struct", rename(`${SCHEMAS}/Chat/properties`, "propertes")),
  ibm("a misspelt keyword: maxLenght", "struct", set(`${NAME}/maxLenght`, 10)),
  ibm("a type that there is not", "struct", set(`${USER}/properties/id/type`, "text")),
  ibm("no type", "roomkey/schema-one-type", remove(`${USER}/properties/id/type`)),
  ibm(
    "two types",
    "roomkey/schema-one-type",
    set(`${USER}/properties/id/type`, ["string", "integer"]),
  ),
  ibm(
    "an object or null, inline",
    "roomkey/schema-one-type",
    set(`${SCHEMAS}/Chat/type`, ["object", "null"]),
  ),
  ibm("nullable in 3.1", "roomkey/schema-portable", set(`${NAME}/nullable`, true)),
  blendvision(
    "anyOf of two types",
    "roomkey/schema-nullable-reference",
    set(`${ROOM}/active_poll/anyOf/1`, ref("ViewerInfo")),
  ),
  ibm(
    "an exclusive limit",
    "roomkey/schema-portable",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/exclusiveMinimum`, 0),
  ),
  ibm(
    "a constant",
    "roomkey/schema-portable",
    set(`${SCHEMAS}/IssuedAccessToken/properties/token_type/const`, "bearer"),
  ),
  ibm("a condition", "roomkey/schema-portable", set(`${SCHEMAS}/AccessTokenForm/if`, {})),
  ibm(
    "a composition",
    "roomkey/schema-portable",
    set(`${USER}/allOf`, [{ type: "object", description: "More." }]),
  ),
  ibm(
    "a read-only member of a request",
    "roomkey/schema-portable",
    set(`${FORM}/properties/name/readOnly`, true),
  ),
  ibm(
    "a write-only member of an answer",
    "roomkey/schema-portable",
    set(`${NAME}/writeOnly`, true),
  ),
  ibm(
    "members by pattern",
    "roomkey/schema-portable",
    set(`${USER}/patternProperties`, { "^x": { type: "string" } }),
  ),
  ibm(
    "a format that there is not",
    "roomkey/schema-format",
    set(`${USER}/properties/id/format`, "guid"),
  ),
  ibm(
    "a format of another type",
    "roomkey/schema-format",
    set(`${USER}/properties/id/format`, "int32"),
  ),
  ibm(
    "a date-time that is a number",
    "roomkey/schema-format",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/format`, "date-time"),
  ),
  ibm(
    "an integer of no size",
    "roomkey/schema-format",
    remove(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/format`),
  ),
  ibm(
    "a header's integer of no size",
    "roomkey/schema-format",
    remove(`${HEADERS}/RateLimitReset/schema/format`),
  ),
  ibm(
    "a list of nothing",
    "spectral/array-items",
    remove(`${FORM}/properties/participant_ids[]/items`),
  ),
  ibm(
    "items of what is no list",
    "roomkey/schema-keywords",
    set(`${NAME}/items`, { type: "string", description: "One.", example: "a" }),
  ),
  ibm(
    "a minLength above the maxLength",
    "roomkey/schema-limits",
    set(`${USER}/properties/id/minLength`, 9),
    set(`${USER}/properties/id/maxLength`, 3),
  ),
  ibm(
    "a minimum above the maximum",
    "roomkey/schema-limits",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/maximum`, -1),
  ),
  ibm(
    "a minItems above the maxItems",
    "roomkey/schema-limits",
    set(`${FORM}/properties/participant_ids[]/maxItems`, 0),
  ),
  ibm("a negative length", "struct", set(`${USER}/properties/id/minLength`, -1)),
  ibm(
    "a limit of a text on a number",
    "roomkey/schema-keywords",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/minLength`, 1),
  ),
  ibm(
    "a pattern that is no pattern",
    "roomkey/schema-pattern",
    set(`${USER}/properties/id/pattern`, "[a-z"),
  ),
  ibm(
    "a required member that there is not",
    "no-required-schema-properties-undefined",
    set(`${USER}/required/-`, "nickname"),
  ),
  ibm("a required member, twice", "roomkey/schema-required", set(`${USER}/required/-`, "id")),
  ibm("required as a flag", "struct", set(`${USER}/required`, true)),
  ibm(
    "a named text",
    "roomkey/schema-reference",
    set(`${SCHEMAS}/Id`, { type: "string", description: "An id.", example: "ada" }),
    set(`${USER}/properties/id`, ref("Id")),
  ),
  ibm("a schema without a description", "roomkey/text-description", remove(`${USER}/description`)),
  ibm("a member without a description", "roomkey/text-description", remove(`${NAME}/description`)),
  ibm("a member without an example", "scalar-property-missing-example", remove(`${NAME}/example`)),
  ibm(
    "an item without an example",
    "roomkey/schema-example",
    remove(`${FORM}/properties/participant_ids[]/items/example`),
  ),
  blendvision(
    "a date-time without an example",
    "roomkey/schema-example",
    remove(`${ROOM}/created_at/example`),
  ),
  ibm(
    "two members that differ in punctuation",
    "roomkey/name-distinct",
    set(`${FORM}/properties/participant_ids`, {
      type: "string",
      description: "Ids.",
      example: "a",
    }),
  ),
  ibm(
    "a member in camelCase",
    "roomkey/name-property",
    rename(`${SCHEMAS}/Chat/properties/stream_data`, "streamData"),
  ),
  ibm(
    "a member that is deprecated without a word",
    "roomkey/text-deprecated",
    set(`${NAME}/deprecated`, true),
  ),
  ibm("several examples of a schema", "roomkey/schema-portable", set(`${NAME}/examples`, ["Ada"])),
  ibm("a description that is no text", "struct", set(`${NAME}/description`, 5)),
  ibm(
    "a script in a description",
    "no-unsafe-markdown",
    set(`${NAME}/description`, "Name.<script>alert(1)</script>"),
  ),
  ibm("a schema that is a text", "struct", set(`${bodyOf("NotFound")}/schema`, "ChannelApiError")),
  ibm(
    "a pattern that Go cannot read",
    "roomkey/schema-pattern",
    set(`${USER}/properties/id/pattern`, "^(?!x)"),
  ),
  ibm("members of what is no object", "roomkey/schema-keywords", set(`${NAME}/properties`, {})),
  ibm(
    "a limit that no int32 reaches",
    "roomkey/schema-limits",
    set(`${SCHEMAS}/IssuedAccessToken/properties/expires_in/maximum`, 3_000_000_000),
  ),
  ibm(
    "a schema that requires itself",
    "roomkey/schema-finite",
    set(`${USER}/properties/chat`, ref("Chat")),
    set(`${USER}/required/-`, "chat"),
  ),
  ibm("an assumption without an id", "roomkey/mark-assumption", set(`${USER}/x-assumption`, [])),
  ibm(
    "a schema that is an answer",
    "struct",
    set(`${SCHEMAS}/Chat/properties/user/$ref`, "#/components/responses/NotFound"),
  ),
  ibm(
    "a member that is nothing but null",
    "roomkey/schema-one-type",
    set(NAME, { type: "null", description: "Nothing.", example: null }),
  ),
  ibm(
    "a member of anything",
    "roomkey/schema-one-type",
    set(`${USER}/properties/any`, { description: "Anything." }),
  ),
  ibm(
    "an invisible character in a description",
    "roomkey/text-finished",
    set(`${NAME}/description`, "Dis\u200bplay name."),
  ),
  ibm(
    "a relative link in a description",
    "roomkey/text-address",
    set(`${NAME}/description`, "See [users](../users.md)."),
  ),
];
