import { issueText } from "../json-schema.js";
import { RuleError } from "../rules/check-rule.js";
import { object, RULE_SCHEMA } from "../rules/rule-schema.js";
import { ControlError } from "./control-error.js";
import type { ControlCall, ControlRoute, JsonSchema } from "./control-route.js";

/** What goes back. */
export const RULES_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/rules",
    operationId: "listRules",
    summary: "Lists the rules in the order in which they are asked, and what they have done.",
    answers: { 200: "The rules." },
    handle: ({ session }) => ({ status: 200, body: { rules: session.rules.list() } }),
  },
  {
    method: "POST",
    path: "/rules",
    operationId: "addRules",
    summary: "Adds a rule, or several as `rules`, behind those that were added before.",
    body: {
      anyOf: [RULE_SCHEMA, object({ rules: { type: "array", items: RULE_SCHEMA } }, ["rules"])],
    } as JsonSchema,
    answers: { 201: "The ids of the rules." },
    handle: ({ session, body }) => {
      const { rules = [body] } = (body ?? {}) as { rules?: readonly unknown[] };
      if (!Array.isArray(rules)) throw new ControlError("rules must be a list");
      const added: string[] = [];
      try {
        for (const rule of rules) added.push(session.rules.add(rule ?? {}));
      } catch (error) {
        for (const id of added) session.rules.remove(id);
        throw toControlError(error);
      }
      return { status: 201, body: { ids: added } };
    },
  },
  {
    method: "DELETE",
    path: "/rules",
    operationId: "clearRules",
    summary: "Removes all rules, those of the scenario aside.",
    answers: { 204: "There are none." },
    handle: ({ session }) => {
      session.rules.clear("own");
      return { status: 204 };
    },
  },
  {
    method: "GET",
    path: "/rules/{id}",
    operationId: "getRule",
    summary: "Tells about one rule.",
    answers: { 200: "The rule, and what it has done." },
    handle: (call) => {
      const found = call.session.rules.list().find(({ id }) => id === call.params.id);
      if (!found) throw unknownRule(call);
      return { status: 200, body: found };
    },
  },
  {
    method: "DELETE",
    path: "/rules/{id}",
    operationId: "removeRule",
    summary: "Removes one rule.",
    answers: { 204: "It is gone." },
    handle: (call) => {
      if (!call.session.rules.remove(call.params.id ?? "")) throw unknownRule(call);
      return { status: 204 };
    },
  },
];

/** A mistake in a rule is the caller's; anything else is ours. */
export function toControlError(error: unknown): unknown {
  if (!(error instanceof RuleError)) return error;
  return new ControlError(error.message, 400, error.issues.map(issueText));
}

function unknownRule({ params }: ControlCall): ControlError {
  return new ControlError(`There is no rule ${params.id}`, 404);
}
