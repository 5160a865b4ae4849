import type { Call } from "./call.js";
import { ConfigurationError } from "./errors/errors.js";

/** The commonest problem. */
export const MISSING = "is missing or empty";

/**
 * Refuses an argument before anything is sent.
 *
 * @param call undefined where none is under way
 * @param problem what an error says after the argument's name
 */
export function refuse(
  call: Call | undefined,
  argument: string,
  problem: string,
  cause?: unknown,
): never {
  throw new ConfigurationError(`${argument} ${problem}`, { call, argument, cause });
}
