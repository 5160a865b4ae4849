import { blendvision, copy, type Defect, ibm, remove, rename, set } from "./defect.js";
import { SCHEMAS } from "./places.js";

const USER = `${SCHEMAS}/ChatUser`;
const ROOM = `${SCHEMAS}/Chatroom/properties`;
const TOKEN_REQUEST = `${SCHEMAS}/CreateChatroomTokenRequest/properties`;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
/** A union of two variants that are told apart by their `kind`. */
const union = (more: object, first: object = {}, second: object = {}) => [
  set(`${SCHEMAS}/One`, variant("one", first)),
  set(`${SCHEMAS}/Two`, variant("two", second)),
  set(`${USER}/properties/either`, {
    description: "One or two.",
    oneOf: [ref("One"), ref("Two")],
    discriminator: {
      propertyName: "kind",
      mapping: { one: "#/components/schemas/One", two: "#/components/schemas/Two" },
    },
    ...more,
  }),
];
const variant = (kind: string, more: object) => ({
  type: "object",
  description: "A variant.",
  required: ["kind"],
  properties: { kind: { type: "string", enum: [kind], description: "Which.", example: kind } },
  ...more,
});

/** Enums, defaults and unions. */
export const valueDefects: readonly Defect[] = [
  blendvision(
    "an enum that may be null, inline",
    "roomkey/schema-no-inline-nullable-enum",
    set(`${TOKEN_REQUEST}/role/type`, ["string", "null"]),
    set(`${TOKEN_REQUEST}/role/enum/-`, null),
  ),
  ibm(
    "a union without a discriminator",
    "roomkey/schema-discriminator",
    ...union({ discriminator: undefined as never }),
  ),
  ibm(
    "a variant without the discriminator",
    "roomkey/schema-discriminator",
    ...union({}, { properties: {}, required: [] }),
  ),
  ibm(
    "a variant whose discriminator is optional",
    "roomkey/schema-discriminator",
    ...union({}, { required: [] }),
  ),
  ibm(
    "a variant with the value of another",
    "roomkey/schema-discriminator",
    ...union({}, {}, variant("one", {})),
  ),
  ibm(
    "a mapping to a schema that there is not",
    "no-unresolved-refs",
    ...union({}),
    set(`${USER}/properties/either/discriminator/mapping/two`, "#/components/schemas/Three"),
  ),
  ibm(
    "a mapping that leaves a variant out",
    "roomkey/schema-discriminator",
    ...union({}),
    remove(`${USER}/properties/either/discriminator/mapping/two`),
  ),
  ibm(
    "a discriminator without a union",
    "roomkey/schema-discriminator",
    set(`${USER}/discriminator`, { propertyName: "id" }),
  ),
  blendvision(
    "the same value twice in an enum",
    "no-duplicated-enum-values",
    set(`${TOKEN_REQUEST}/role/enum/-`, "ROLE_ADMIN"),
  ),
  blendvision(
    "a value of another type in an enum",
    "no-enum-type-mismatch",
    set(`${TOKEN_REQUEST}/role/enum/-`, 3),
  ),
  blendvision("an empty enum", "roomkey/enum-values", set(`${TOKEN_REQUEST}/role/enum`, [])),
  blendvision(
    "a default that is not in the enum",
    "roomkey/enum-values",
    set(`${TOKEN_REQUEST}/role/default`, "ROLE_OWNER"),
  ),
  blendvision(
    "a default of another type",
    "spectral/oas3-valid-schema-example",
    set(`${TOKEN_REQUEST}/name/default`, 5),
  ),
  blendvision(
    "a default of a required member",
    "roomkey/default-optional",
    set(
      `${SCHEMAS}/RefreshChatroomTokenRequest/properties/refresh_token/default`,
      "roomkey-example",
    ),
  ),
  blendvision(
    "a default in an answer",
    "roomkey/default-optional",
    set(`${ROOM}/muted/default`, false),
  ),
  blendvision(
    "a closed enum in an answer",
    "roomkey/response-open-enum",
    rename(`${ROOM}/status/x-extensible-enum`, "enum"),
  ),
  blendvision(
    "an open enum in a request",
    "roomkey/request-closed-enum",
    rename(`${TOKEN_REQUEST}/role/enum`, "x-extensible-enum"),
  ),
  blendvision(
    "an open enum with a value twice",
    "roomkey/enum-values",
    copy(`${ROOM}/status/x-extensible-enum/0`, `${ROOM}/status/x-extensible-enum/-`),
  ),
  blendvision(
    "an open enum that is no list",
    "roomkey/enum-values",
    set(`${ROOM}/status/x-extensible-enum`, "CHAT_STATUS_ACTIVE"),
  ),
  blendvision(
    "an answer that refuses new members",
    "roomkey/response-open-object",
    set(`${SCHEMAS}/ChatroomConfig/additionalProperties`, false),
  ),
  blendvision(
    "values of an enum that differ in case",
    "roomkey/enum-values",
    set(`${TOKEN_REQUEST}/role/enum/-`, "role_admin"),
  ),
  blendvision(
    "a value of an enum with a space",
    "roomkey/enum-values",
    set(`${TOKEN_REQUEST}/role/enum/-`, "ROLE_OWNER "),
  ),
  blendvision(
    "an invisible character in a value",
    "roomkey/enum-values",
    set(`${TOKEN_REQUEST}/role/enum/-`, "ROLE_OWNER\u200b"),
  ),
];
