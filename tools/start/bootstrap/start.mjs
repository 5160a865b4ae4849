// @ts-check
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installDependencies } from "./install.mjs";
import { startOptionsOrExit } from "./start-options.mjs";
import { createSteps } from "./steps.mjs";
import { runTurbo } from "./turbo.mjs";

/**
 * What must be done before the flow can be walked. Two runs of turbo, because it hashes the inputs
 * of all tasks before the first one starts: clients built in the same run as freshly generated code
 * would be cached under the hash of the old.
 */
const preparations = [
  { label: "Generate the code of the documents", args: ["generate"] },
  { label: "Build the packages", args: ["build", "--filter=@roomkey/start..."] },
];

/**
 * `npm start`: installs, generates and builds what is missing or out of date, then walks the flow.
 *
 * @param {string} root
 * @param {string[]} flags
 * @returns {Promise<number>} the exit code
 */
export async function start(root, flags) {
  const parsed = startOptionsOrExit(flags);
  if ("exitCode" in parsed) return parsed.exitCode;
  if ((await installDependencies(root)) !== 0) return 1;
  const steps = createSteps(process.stderr);
  for (const { label, args } of preparations) {
    try {
      await steps.run(label, () => turboOrThrow(root, args));
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      return 1;
    }
  }
  // In this very process, so that signals and the exit code need no passing on. tsx could not be
  // imported any earlier: it may have been installed just now.
  const { register } = await import("tsx/esm/api");
  register();
  const { runStart } = await import(pathToFileURL(join(root, "tools/start/src/run-start.ts")).href);
  return runStart(parsed.options);
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
async function turboOrThrow(root, args) {
  const { code, output } = await runTurbo(root, [...args, "--output-logs=errors-only"], "keep");
  if (code !== 0) throw new Error(output);
}
