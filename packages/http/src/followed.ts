import { onAbort } from "./abort.js";
import type { Policy } from "./policy.js";

/** Stops a request when its own signal says so. No listener stays behind. */
export const followed: Policy = (next) => (outgoing) => {
  const { signal } = outgoing.init;
  if (!signal) return next(outgoing);
  const stop = (): void => outgoing.stop(signal.reason, true);
  const unfollow = onAbort(signal, stop);
  // An abort that has been is not told any more.
  if (signal.aborted) stop();
  return next(outgoing).finally(unfollow);
};
