import { compose } from "../compose.js";
import { authenticated } from "../credentials/authenticated.js";
import { buffered } from "../policies/buffer-body.js";
import { observed } from "../policies/hooks.js";
import { networked } from "../policies/network-errors.js";
import { oneAttempt } from "../policies/one-attempt.js";
import type { Step } from "../policies/policy.js";
import { retried } from "../policies/retry.js";
import { wholeCall } from "../policies/whole-call.js";

/**
 * Sends the request of a client's call. From the outside in: the whole call with its deadline,
 * retry, credentials (which may repeat one attempt after a 401), hooks, one attempt with its
 * deadline, and the reading of the body, which all of them thereby cover.
 */
export const pipeline: Step = /* @__PURE__ */ compose(
  wholeCall,
  retried,
  authenticated,
  observed(),
  oneAttempt,
  buffered,
  networked,
)(({ url, init, options }) => {
  // The global fetch is looked up at each call, so that a later patch of it (a mock, a tracer) is
  // honoured.
  const send = options.fetch ?? globalThis.fetch;
  return send(url, { ...init });
});
