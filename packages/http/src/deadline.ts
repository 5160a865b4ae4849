import type { Policy } from "./policy.js";
import { TimeoutError, type TimeoutScope } from "./timeout-error.js";

/** How long one attempt may take, and the whole call, in milliseconds, unless told otherwise. */
const DEFAULTS = { attempt: 10_000, total: 60_000 };

/**
 * Stops what takes too long: one attempt, or for good. No timer stays behind.
 *
 * @throws TimeoutError
 */
export function deadline(scope: TimeoutScope): Policy {
  return (next) => (outgoing) => {
    const { call, options } = outgoing;
    const { timeout } = options;
    const afterMs = timeout === false ? false : (timeout?.[`${scope}Ms`] ?? DEFAULTS[scope]);
    if (afterMs === false) return next(outgoing);
    const timer = setTimeout(() => {
      const error = new TimeoutError({ call, scope, afterMs, phase: call.phase });
      outgoing.stop(error, scope === "total");
    }, afterMs);
    return next(outgoing).finally(() => clearTimeout(timer));
  };
}
