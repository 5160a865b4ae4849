import type { Settings } from "../options.js";
import type { KnownOperation } from "../rules/check-rule.js";
import { loadScenarioFile } from "./load-scenario-file.js";
import type { ScenarioShelf } from "./scenario-shelf.js";

/**
 * Puts the scenarios of files on the shelf.
 *
 * @returns the name of the one that is on at the start.
 */
export async function loadScenarios(
  { scenario, scenarioFiles }: Pick<Settings, "scenario" | "scenarioFiles">,
  shelf: ScenarioShelf,
  operations: readonly KnownOperation[],
): Promise<string> {
  for (const file of scenarioFiles) shelf.put([await loadScenarioFile(file, operations)]);
  if (!isScenarioFile(scenario)) return shelf.find(scenario).name;
  const own = await loadScenarioFile(scenario, operations);
  shelf.put([own]);
  return own.name;
}

/** Names of scenarios do not end like files. */
export function isScenarioFile(scenario: string): boolean {
  return /\.ya?ml$/i.test(scenario);
}
