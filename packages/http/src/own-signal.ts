import type { Policy } from "./policy.js";

/** Gives each attempt a signal of its own: a deadline must end a real fetch, and one attempt only. */
export const ownSignal: Policy = (next) => (outgoing) => {
  // Without deadlines the caller's own serves as well.
  if (outgoing.options.timeout !== false) {
    outgoing.controller = new AbortController();
    outgoing.init = { ...outgoing.init, signal: outgoing.controller.signal };
  }
  return next(outgoing);
};
