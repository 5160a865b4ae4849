import type { Engine } from "./engine.js";
import type { ForcedAnswers } from "./forced-answers.js";
import type { OpenApiDocument } from "./openapi.js";
import type { Operation } from "./operations.js";
import { listOperations } from "./operations.js";
import { Router } from "./route.js";

/** One mocked API, without its server. */
export interface MockApi {
  readonly operations: readonly Operation[];
  readonly router: Router;
  /** Loaded when it is first asked for, so that a port can be taken before. */
  readonly engine: () => Promise<Engine>;
  readonly forced: ForcedAnswers;
  /** In bytes. */
  readonly bodyLimit: number;
}

export type MockApiOptions = Pick<MockApi, "forced" | "bodyLimit">;

/** Makes the mock of the API that a bundled document describes. */
export function createMockApi(document: OpenApiDocument, options: MockApiOptions): MockApi {
  const operations = listOperations(document);
  let engine: Promise<Engine> | undefined;
  return {
    ...options,
    operations,
    router: new Router(operations),
    engine: () => {
      engine ??= import("./prism-engine.js").then(({ createPrismEngine }) =>
        createPrismEngine(document),
      );
      return engine;
    },
  };
}
