import { loadDocument } from "./load-document.js";
import type { ApiCore } from "./mock-api.js";
import { createApiCore, knownOperations } from "./mock-api.js";
import type { OpenApiDocument } from "./openapi.js";
import type { Settings } from "./options.js";
import { PROVIDERS } from "./providers.js";
import { loadScenarios } from "./scenarios/load-scenarios.js";
import { ScenarioShelf } from "./scenarios/scenario-shelf.js";
import { watchScenarios } from "./scenarios/watch-scenarios.js";
import { Session } from "./session.js";
import { Sessions } from "./sessions.js";

/** Both mocks, without ports. */
export interface Mocks {
  readonly documents: readonly OpenApiDocument[];
  readonly sessions: Sessions;
  /** Waits until every API can answer. */
  load(): Promise<void>;
  /** Reads scenario files again when they change, until the returned function is called. */
  watch(): () => void;
}

/**
 * @throws {ScenarioFileError} when a scenario file is wrong, with line numbers.
 * @throws {RuleError} when there is no scenario of that name.
 */
export async function createMocks(settings: Settings): Promise<Mocks> {
  const { bodyLimit, createEngine } = settings;
  const documents = await Promise.all(PROVIDERS.map(({ document }) => loadDocument(document)));
  const cores: ApiCore[] = PROVIDERS.map(({ provider }, index) =>
    createApiCore(documents[index] ?? {}, { provider, bodyLimit, createEngine }),
  );
  const operations = knownOperations(cores);
  const scenarios = new ScenarioShelf();
  const scenario = await loadScenarios(settings, scenarios, operations);
  const sessions = new Sessions(() => new Session(cores, { ...settings, scenarios, scenario }));
  return {
    documents,
    sessions,
    load: async () => void (await Promise.all(cores.map((core) => core.engine()))),
    watch: () => watchScenarios(settings, scenarios, sessions, operations),
  };
}
