import type { Schema } from "../json-schema.js";
import type { Rule } from "../rules/rule.js";
import { object, RULE_SCHEMA } from "../rules/rule-schema.js";

/** A named set of rules that are on together. */
export interface Scenario {
  /** Up to 64 letters, digits and `._%-`. */
  readonly name: string;
  /** What an app under test will meet. */
  readonly description?: string;
  readonly rules: readonly Rule[];
}

/** What a scenario may look like, in a file or in the control API. */
export const SCENARIO_SCHEMA: Schema = object(
  {
    name: {
      type: "string",
      description: "Up to 64 letters, digits and ._%-",
      pattern: "^[A-Za-z0-9._%-]{1,64}$",
    },
    description: { type: "string" },
    rules: { type: "array", items: RULE_SCHEMA },
  },
  ["rules"],
);
