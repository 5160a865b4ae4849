import { startMockServers } from "@roomkey/mock-servers";
import type { StartOptions } from "../bootstrap/start-options.mjs";
import type { Steps } from "../bootstrap/steps.mjs";
import { curlHints } from "./curl.js";
import { mockTargets } from "./mock-targets.js";
import { outcomeOf } from "./outcome.js";
import { printOutcome } from "./print-outcome.js";
import { stopSignal } from "./stop-signal.js";
import { walk } from "./walk.js";

/** Starts both mock servers, walks the flow against them, and keeps them up unless `once`. */
export async function runMocks(options: StartOptions, steps: Steps): Promise<number> {
  // What Prism is made of uses modules that newer Node versions deprecate.
  process.noDeprecation = true;
  const { ibmVideoPort, blendvisionPort } = options;
  const start = performance.now();
  const mocks = await steps.run("Start both mock servers", () =>
    startMockServers({ ibmVideoPort, blendvisionPort }),
  );
  // The servers answer with examples of the documents and do not remember who a chatroom token was
  // issued to. The admin comes first in the walk, so the first answers are the admin's.
  for (const operation of ["createChatroomToken", "getChatroomConfig"]) {
    mocks.force(operation, { example: "working-admin" });
  }
  try {
    const walked = await walk(mockTargets(mocks), steps);
    printOutcome(outcomeOf(walked, mocks, performance.now() - start), options.json);
    if (!options.once) {
      const stopped = stopSignal();
      (options.json ? process.stderr : process.stdout).write(`\n${curlHints(mocks)}`);
      await stopped;
    }
  } finally {
    await mocks.stop();
  }
  if (!options.once) process.stderr.write("\nStopped.\n");
  return 0;
}
