import { RuleError } from "../rules/check-rule.js";
import { object } from "../rules/rule-schema.js";
import { findScenarioIssues } from "../scenarios/load-scenario-file.js";
import type { Scenario } from "../scenarios/scenario.js";
import { SCENARIO_SCHEMA } from "../scenarios/scenario.js";
import type { ControlRoute, JsonSchema } from "./control-route.js";
import { toControlError } from "./rules-routes.js";

/** Sets of rules that are on together. */
export const SCENARIO_ROUTES: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/scenarios",
    operationId: "listScenarios",
    summary: "Lists the scenarios that can be switched to by name.",
    answers: { 200: "The scenarios with their rules." },
    handle: ({ session }) => ({ status: 200, body: { scenarios: session.scenarios.list() } }),
  },
  {
    method: "GET",
    path: "/scenario",
    operationId: "getScenario",
    summary: "Tells which scenario is on.",
    answers: { 200: "The scenario with its rules." },
    handle: ({ session }) => ({ status: 200, body: session.scenario }),
  },
  {
    method: "PUT",
    path: "/scenario",
    operationId: "useScenario",
    summary: "Switches to a scenario: by `name`, or one that is sent with `rules` of its own.",
    body: {
      anyOf: [object({ name: { type: "string" } }, ["name"]), SCENARIO_SCHEMA],
    } as JsonSchema,
    answers: { 200: "The scenario that is on now." },
    handle: ({ session, body }) => {
      try {
        const { name, rules } = (body ?? {}) as Partial<Scenario>;
        if (rules === undefined) session.useScenario(String(name));
        else {
          const issues = findScenarioIssues(body, session.operations);
          if (issues.length > 0) throw new RuleError(issues);
          session.useScenario({ ...(body as Scenario), name: name ?? "unnamed" });
        }
        return { status: 200, body: session.scenario };
      } catch (error) {
        throw toControlError(error);
      }
    },
  },
  {
    method: "DELETE",
    path: "/scenario",
    operationId: "endScenario",
    summary: "Switches to the scenario `happy`, which has no rules.",
    answers: { 204: "It is on." },
    handle: ({ session }) => {
      session.useScenario("happy");
      return { status: 204 };
    },
  },
];
