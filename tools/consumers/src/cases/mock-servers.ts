import type { ConsumerCase } from "../consumer-case.js";
import { startMocks } from "../mock-servers.js";
import { NODE, runScript } from "./node.js";
import { MOCK_SERVERS } from "./types.js";

/** The mock servers under each Node; the other cases have them under the one that runs us. */
export const mockServersCases: ConsumerCase[] = (["node-20", "node-22", "node-24"] as const).map(
  (node) => ({
    name: `mock-servers-${node}`,
    template: MOCK_SERVERS,
    needs: [node],
    async run(project, workshop) {
      await using mocks = await startMocks(await workshop.tool(node), project, workshop);
      const own = { ...workshop, mocks: async (name: string) => mocks.session(name) };
      await runScript(node, "main.mjs", "only", await workshop.project(NODE), own);
    },
  }),
);
