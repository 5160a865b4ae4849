import { DURATION_PATTERN } from "../duration.js";
import type { Schema } from "../json-schema.js";
import { PROVIDERS } from "../providers.js";
import { FAULTS } from "./rule.js";

const DURATION: Schema = {
  description: "Milliseconds or text such as 250ms, 30s, 5m",
  anyOf: [
    { type: "number", minimum: 0 },
    { type: "string", description: "A duration such as 250ms, 30s, 5m", pattern: DURATION_PATTERN },
  ],
};

/** A fixed time, or one between two. */
export const DELAY: Schema = {
  anyOf: [...(DURATION.anyOf ?? []), object({ min: DURATION, max: DURATION }, ["min", "max"])],
};

const SCALAR: readonly Schema[] = [
  { type: "string" },
  { type: "number" },
  { type: "boolean" },
  { type: "null" },
];

const VALUES: Schema = {
  type: "object",
  additionalProperties: {
    anyOf: [
      ...SCALAR,
      {
        ...object({
          equals: { anyOf: SCALAR },
          contains: { type: "string" },
          pattern: { type: "string" },
          present: { type: "boolean" },
        }),
        minProperties: 1,
      },
    ],
  },
};

const COUNT: Schema = { type: "integer", minimum: 1 };
const ID: Schema = {
  type: "string",
  description: "Up to 64 letters, digits and ._%-",
  pattern: "^[A-Za-z0-9._%-]{1,64}$",
};

const MATCH: Schema = object({
  provider: { type: "string", enum: PROVIDERS.map(({ provider }) => provider) },
  operationId: {
    anyOf: [{ type: "string" }, { type: "array", minItems: 1, items: { type: "string" } }],
  },
  pathParameters: VALUES,
  headers: VALUES,
  body: VALUES,
  nth: {
    anyOf: [
      COUNT,
      object({
        from: COUNT,
        to: COUNT,
        every: COUNT,
        per: { type: "string", enum: ["credential"] },
      }),
    ],
  },
  probability: { type: "number", minimum: 0, maximum: 1 },
  elapsed: object({ from: DURATION, to: DURATION }),
});

const ANSWER: Schema = object({
  status: { type: "integer", minimum: 200, maximum: 599 },
  example: { type: "string" },
  dynamic: { type: "boolean" },
  seed: { type: "string" },
  force: { type: "boolean" },
  body: {},
  text: { type: "string" },
  set: { type: "object" },
  headers: {
    type: "object",
    additionalProperties: { anyOf: [{ type: "string" }, { type: "number" }] },
  },
  delay: DELAY,
  bodyDelay: DELAY,
  fault: { type: "string", enum: FAULTS },
  restarts: { type: "array", items: ID },
});

/** What a rule may look like: checked before it is added, and published in the control document. */
export const RULE_SCHEMA: Schema = object({ id: ID, match: MATCH, answer: ANSWER, times: COUNT });

/** An object with these members and no others. */
export function object(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: "object",
    properties,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
  };
}
