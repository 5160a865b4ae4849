import { join } from "node:path";
import { run } from "@roomkey/registry";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import { checkReport } from "../report.js";

const BUN: Template = {
  folder: "bun",
  needs: ["bun"],
  install: (project, workshop) => bun(["install"], project, workshop),
};

/** Bun runs TypeScript, in a project that it has installed itself. */
export const bunCase: ConsumerCase = {
  name: "bun",
  template: BUN,
  needs: [],
  async run(project, workshop) {
    const at = await workshop.mocks("bun");
    const output = await bun(["main.ts", at.ibmVideo, at.blendvision], project, workshop);
    await checkReport("server", JSON.parse(output), at);
  },
};

async function bun(args: string[], cwd: string, { tool, env, signal }: Workshop): Promise<string> {
  // Its cache knows packages by version alone, and ours stays the same while we work on it.
  const own = { ...env, BUN_INSTALL_CACHE_DIR: join(cwd, ".cache") };
  return run(await tool("bun"), args, { cwd, env: own, signal });
}
