import { RuleError } from "../rules/check-rule.js";
import type { Scenario } from "./scenario.js";
import { SHIPPED_SCENARIOS } from "./shipped-scenarios.js";

/** The scenarios that can be switched to by name. */
export class ScenarioShelf {
  readonly #scenarios = new Map(SHIPPED_SCENARIOS.map((scenario) => [scenario.name, scenario]));

  /** Adds scenarios; one of a known name takes its place. */
  put(scenarios: readonly Scenario[]): void {
    for (const scenario of scenarios) this.#scenarios.set(scenario.name, scenario);
  }

  /** @throws {RuleError} when there is none of that name. */
  find(name: string): Scenario {
    const found = this.#scenarios.get(name);
    if (found) return found;
    const message = `there is no scenario ${name}, only ${[...this.#scenarios.keys()].join(", ")}`;
    throw new RuleError([{ path: ["name"], message }]);
  }

  list(): Scenario[] {
    return [...this.#scenarios.values()];
  }
}
