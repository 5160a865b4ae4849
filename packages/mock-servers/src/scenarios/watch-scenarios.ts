import type { Settings } from "../options.js";
import type { KnownOperation } from "../rules/check-rule.js";
import type { Sessions } from "../sessions.js";
import { watchFiles } from "../watch-files.js";
import { loadScenarioFile } from "./load-scenario-file.js";
import { isScenarioFile } from "./load-scenarios.js";
import type { ScenarioShelf } from "./scenario-shelf.js";

/**
 * Reads scenario files again when they change, and switches those over who have the old one on. A
 * file with a mistake in it changes nothing but gets reported.
 *
 * @returns what ends it.
 */
export function watchScenarios(
  { scenario, scenarioFiles, onProblem }: Settings,
  shelf: ScenarioShelf,
  sessions: Sessions,
  operations: readonly KnownOperation[],
): () => void {
  const files = [...scenarioFiles, ...(isScenarioFile(scenario) ? [scenario] : [])];
  return watchFiles(files, (file) => {
    loadScenarioFile(file, operations)
      .then((changed) => {
        shelf.put([changed]);
        for (const session of sessions.all()) {
          if (session.scenario.name === changed.name) session.useScenario(changed);
        }
      })
      .catch((error: unknown) => onProblem(error instanceof Error ? error.message : String(error)));
  });
}
