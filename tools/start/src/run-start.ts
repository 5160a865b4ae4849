import { PortTakenError } from "@roomkey/mock-servers";
import { ChatError } from "roomkey";
import type { StartOptions } from "../bootstrap/start-options.mjs";
import { createSteps } from "../bootstrap/steps.mjs";
import { runLive } from "./run-live.js";
import { runMocks } from "./run-mocks.js";

/**
 * Walks the flow and prints what came of it.
 *
 * @returns the exit code: 0, or 1 when a step failed, with the reason on stderr.
 */
export async function runStart(options: StartOptions): Promise<number> {
  const steps = createSteps(process.stderr);
  try {
    return await (options.live ? runLive(options, steps) : runMocks(options, steps));
  } catch (error) {
    process.stderr.write(`\n${reason(error)}\n`);
    return 1;
  }
}

/** An expected error explains itself; any other is a fault of this program: its stack tells where. */
function reason(error: unknown): string {
  if (error instanceof PortTakenError) return error.message;
  if (error instanceof ChatError) return `${error.name}: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
