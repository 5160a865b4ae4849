import { startDeadline } from "./deadline.js";
import { follow } from "./follow.js";
import type { Policy } from "./policy.js";

/** A call with all its attempts: the caller's signal and the total deadline end it. */
export const wholeCall: Policy = (next) => async (outgoing) => {
  const unfollow = follow(outgoing);
  const timer = startDeadline(outgoing, "total");
  try {
    return await next(outgoing);
  } finally {
    clearTimeout(timer);
    unfollow?.();
  }
};
