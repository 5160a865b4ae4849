import { type EngineFactory, type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allMethods, type Contract } from "./contract.js";
import { Coverage } from "./coverage.js";
import { describeAnswers } from "./describe-answers.js";
import { describeRequests } from "./describe-requests.js";
import { documentedOperations, documentedRequests } from "./documented.js";

export type { Contract } from "./contract.js";
export { createStandIn } from "./stand-in-engine.js";

/** Where a run writes what it has proven, in the folder of the package. */
const COVERAGE_FILE = "test-results/contract.json";

/**
 * Proves that a document, its clients and its mock server agree, in both directions. Everything is
 * enumerated from the document, so a new operation is covered the day it is written.
 */
export function describeContract(
  name: string,
  contract: Contract,
  options: { readonly createEngine?: EngineFactory } = {},
): void {
  const { document } = contract;
  const coverage = new Coverage();
  let running: MockServers;
  const mocks = { servers: () => running };

  beforeAll(async () => {
    running = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, ...options });
  });
  afterAll(async () => {
    // The page tells what was proven with the real engine.
    if (options.createEngine === undefined) coverage.write(COVERAGE_FILE);
    await running.stop();
  });

  describeAnswers(name, contract, mocks, coverage);
  describeRequests(name, contract, mocks);

  describe(`${name}: documented requests`, () => {
    const requests = documentedRequests(document);

    it.each(
      requests.map((request) => [`${request.operationId} ${request.example}`, request] as const),
    )("%s breaks no rule", async (_, { operationId, input }) => {
      running.reset();
      await allMethods(contract, { baseUrl: contract.baseUrl(running) })[operationId]?.(
        input as never,
      );
      expect(running.requests()).toMatchObject([{ operationId, violations: [] }]);
    });

    it("cover every operation, and a client has each", () => {
      const ids = documentedOperations(document)
        .map(({ operationId }) => operationId)
        .sort();
      expect([...new Set(requests.map(({ operationId }) => operationId))].sort()).toEqual(ids);
      const settings = { baseUrl: contract.baseUrl(running) };
      expect(Object.keys(allMethods(contract, settings)).sort()).toEqual(ids);
    });
  });
}
