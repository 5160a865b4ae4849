import type { Engine, EngineFactory } from "./engine.js";
import type { ForcedAnswers } from "./forced-answers.js";
import type { OpenApiDocument } from "./openapi.js";
import type { Operation } from "./operations.js";
import { listOperations } from "./operations.js";
import type { Provider } from "./providers.js";
import { Router } from "./route.js";
import type { KnownOperation } from "./rules/check-rule.js";
import type { RuleBook } from "./rules/rule-book.js";
import type { StateStore } from "./state/store.js";

/** What never changes about one mocked API. */
export interface ApiCore {
  readonly provider: Provider;
  readonly operations: readonly Operation[];
  readonly router: Router;
  /** Loaded when it is first asked for, so that a port can be taken before. */
  readonly engine: () => Promise<Engine>;
  /** In bytes. */
  readonly bodyLimit: number;
}

/** One mocked API, without its server, in one session. */
export interface MockApi extends ApiCore {
  readonly forced: ForcedAnswers;
  readonly rules: RuleBook;
  /** Undefined unless in stateful mode. */
  readonly state: StateStore | undefined;
}

export interface ApiCoreOptions extends Pick<ApiCore, "provider" | "bodyLimit"> {
  readonly createEngine: EngineFactory;
}

/** Makes the mock of the API that a bundled document describes. */
export function createApiCore(
  document: OpenApiDocument,
  { createEngine, ...options }: ApiCoreOptions,
): ApiCore {
  const operations = listOperations(document);
  let engine: Promise<Engine> | undefined;
  return {
    ...options,
    operations,
    router: new Router(operations),
    engine: () => {
      engine ??= createEngine(document);
      return engine;
    },
  };
}

/** Every operation of several APIs, and whose it is. */
export function knownOperations(cores: readonly ApiCore[]): KnownOperation[] {
  return cores.flatMap(({ provider, operations }) =>
    operations.map((operation) => ({ provider, operation })),
  );
}
