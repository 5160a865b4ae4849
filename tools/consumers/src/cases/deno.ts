import { join } from "node:path";
import { run } from "@roomkey/registry";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import { checkReport } from "../report.js";

const DENO: Template = {
  folder: "deno",
  needs: ["deno"],
  install: (project, workshop) => deno(["install"], project, workshop),
};

/** Deno checks and runs TypeScript. It may use the network of this machine, and nothing else. */
export const denoCase: ConsumerCase = {
  name: "deno",
  template: DENO,
  needs: [],
  async run(project, workshop) {
    const at = await workshop.mocks("deno");
    const rights = ["--no-prompt", "--allow-net=127.0.0.1"];
    const args = ["run", "--cached-only", "--check", ...rights, "main.ts"];
    const output = await deno([...args, at.ibmVideo, at.blendvision], project, workshop);
    await checkReport("server", JSON.parse(output), at);
  },
};

async function deno(args: string[], cwd: string, { tool, env, signal }: Workshop): Promise<string> {
  const own = { ...env, DENO_DIR: join(cwd, ".deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
  return run(await tool("deno"), args, { cwd, env: own, signal });
}
