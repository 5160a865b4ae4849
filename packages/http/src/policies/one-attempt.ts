import { startDeadline } from "./deadline.js";
import type { Policy } from "./policy.js";

/**
 * One attempt, from sending to the last byte of the answer. It has a signal of its own, because a
 * deadline must end a real fetch, and one attempt only; without deadlines the caller's serves.
 */
export const oneAttempt: Policy = (next) => async (outgoing) => {
  if (outgoing.options.timeout !== false) {
    outgoing.controller = new AbortController();
    outgoing.init.signal = outgoing.controller.signal;
  }
  const timer = startDeadline(outgoing, "attempt");
  try {
    return await outgoing.wait(() => next(outgoing));
  } finally {
    clearTimeout(timer);
  }
};
