import type { Outcome } from "./outcome.js";
import { summary } from "./summary.js";

/** Prints the outcome on stdout: one JSON object, or a summary for a reader. */
export function printOutcome(outcome: Outcome, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(outcome, null, 2)}\n` : `\n${summary(outcome)}`);
}
