import type { StartOptions } from "../bootstrap/start-options.mjs";
import type { Steps } from "../bootstrap/steps.mjs";
import { liveTargets } from "./live-targets.js";
import { outcomeOf } from "./outcome.js";
import { printOutcome } from "./print-outcome.js";
import { walk } from "./walk.js";

/** Walks the flow against the real services; only reads, unless `allowWrites`. */
export async function runLive(options: StartOptions, steps: Steps): Promise<number> {
  const found = liveTargets(process.env, options);
  if ("missing" in found) {
    const names = found.missing.map((name) => `  ${name}\n`).join("");
    process.stderr.write(`--live takes its credentials from the environment. Missing:\n${names}`);
    return 1;
  }
  if (!options.allowWrites) {
    process.stderr.write("Only reading. --allow-writes would also create rooms and group chats.\n");
  }
  const start = performance.now();
  const walked = await walk(found.targets, steps);
  printOutcome(outcomeOf(walked, null, performance.now() - start), options.json);
  return 0;
}
