import { TimeoutError, type TimeoutScope } from "../errors/timeout-error.js";
import type { Outgoing } from "./outgoing.js";

/** How long one attempt may take, and the whole call, in milliseconds, unless told otherwise. */
const DEFAULTS = { attempt: 10_000, total: 60_000 };

/** Stops what takes too long, one attempt or the whole call; gives the timer, to be cleared. */
export function startDeadline(
  outgoing: Outgoing,
  scope: TimeoutScope,
): ReturnType<typeof setTimeout> | undefined {
  const { call, options } = outgoing;
  const { timeout } = options;
  const afterMs = timeout === false ? false : (timeout?.[`${scope}Ms`] ?? DEFAULTS[scope]);
  if (afterMs === false) return undefined;
  return setTimeout(() => {
    const error = new TimeoutError({ call, scope, afterMs, phase: call.phase });
    outgoing.stop(error, scope === "total");
  }, afterMs);
}
