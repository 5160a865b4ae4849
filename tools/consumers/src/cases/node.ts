import { run } from "@roomkey/registry";
import type { ConsumerCase, Template, Workshop } from "../consumer-case.js";
import { npmProject } from "../npm-project.js";
import { checkReport } from "../report.js";
import type { InstalledTool } from "../tools.js";
import { compile, TYPESCRIPT, TYPESCRIPT_COMMONJS } from "./types.js";

export const NODE = npmProject("node");

/** The oldest Node that `engines` allows, and the supported ones after it. */
const nodes = ["node-20", "node-22", "node-24"] as const satisfies InstalledTool[];

/** Each Node with every form of module, as written and as compiled by the newest TypeScript. */
export const nodeCases: ConsumerCase[] = nodes.flatMap((node) => [
  runs(node, "esm", NODE, "main.mjs"),
  runs(node, "commonjs", NODE, "main.cjs"),
  compilesAndRuns(node, "node16", TYPESCRIPT, "node16"),
  compilesAndRuns(node, "nodenext", TYPESCRIPT, "nodenext"),
  compilesAndRuns(node, "bundler", TYPESCRIPT, "bundler"),
  compilesAndRuns(node, "commonjs", TYPESCRIPT_COMMONJS, "nodenext"),
]);

function runs(node: InstalledTool, form: string, template: Template, file: string): ConsumerCase {
  const name = `${node}-${form}`;
  return {
    name,
    template,
    needs: [node],
    run: (project, workshop) => runScript(node, file, name, project, workshop),
  };
}

function compilesAndRuns(
  node: InstalledTool,
  form: string,
  template: Template,
  config: string,
): ConsumerCase {
  const name = `${node}-typescript-${form}`;
  return {
    name,
    template,
    needs: [node, "typescript-7"],
    async run(project, workshop) {
      // Cases of the same project run side by side.
      const outDir = `dist-${name}`;
      await compile("typescript-7", config, ["--outDir", outDir], project, workshop);
      await runScript(node, `${outDir}/main.js`, name, project, workshop);
    },
  };
}

/** Runs a script under a Node, which must have nothing to warn of, and checks what it reports. */
export async function runScript(
  node: InstalledTool,
  file: string,
  session: string,
  cwd: string,
  { tool, mocks, env, signal }: Workshop,
): Promise<void> {
  const at = await mocks(session);
  const options = { cwd, env, signal, quiet: true };
  const output = await run(await tool(node), [file, at.ibmVideo, at.blendvision], options);
  await checkReport("server", JSON.parse(output), at);
}
