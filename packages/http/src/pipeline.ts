import { authenticated } from "./authenticated.js";
import { buffered } from "./buffer-body.js";
import { compose } from "./compose.js";
import { deadline } from "./deadline.js";
import { followed } from "./followed.js";
import { observed } from "./hooks.js";
import { networked } from "./network-errors.js";
import { ownSignal } from "./own-signal.js";
import type { Step } from "./policy.js";
import { retried } from "./retry.js";

/**
 * Sends the request of a client's call. From the outside in: the total deadline, retry, credentials
 * (which may repeat one attempt after a 401), hooks, the deadline of one attempt, and the reading of
 * the body, which all of them thereby cover.
 */
export const pipeline: Step = /* @__PURE__ */ compose(
  followed,
  deadline("total"),
  retried,
  authenticated,
  observed(),
  ownSignal,
  deadline("attempt"),
  buffered,
  networked,
)(async ({ url, init, options }) => {
  // The global fetch is looked up at each call, so that a later patch of it (a mock, a tracer) is
  // honoured.
  const send = options.fetch ?? globalThis.fetch;
  return send(url, init);
});
