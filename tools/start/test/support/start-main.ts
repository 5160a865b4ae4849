import { fileURLToPath } from "node:url";
import { type Ended, type Running, type RunOptions, startNode } from "./run-node.js";

/** The folder of this package. */
export const tool = fileURLToPath(new URL("../..", import.meta.url));

/** Credentials that the machine running the tests may have; the tests must not use them. */
const none = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => name.startsWith("ROOMKEY_"))
    .map((name) => [name, undefined]),
);

/** Starts what `npm start` starts once everything is installed and built. */
export function startMain(flags: readonly string[], env: RunOptions["env"] = {}): Running {
  return startNode(["--import", "tsx", "src/main.ts", ...flags], {
    cwd: tool,
    env: { ...none, ...env },
  });
}

/** Runs the same to its end. */
export async function runMain(flags: readonly string[], env?: RunOptions["env"]): Promise<Ended> {
  await using running = startMain(flags, env);
  return await running.ended;
}
