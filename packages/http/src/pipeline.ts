import { untilAborted } from "./abort.js";
import { bufferBodyStep } from "./buffer-body.js";
import type { CallOptions } from "./client-options.js";
import { compose } from "./compose.js";
import { deadline } from "./deadline.js";
import type { Fetch } from "./fetch.js";
import { hooksStep } from "./hooks.js";
import { networkErrorsStep } from "./network-errors.js";
import { retryStep } from "./retry.js";
import { type Step, type StepDecorator, standalone } from "./step.js";

/**
 * The fetch of one call. From the outside in: decorators of the user's, the total deadline, retry,
 * credentials (which may repeat one attempt after a 401), hooks, the deadline of one attempt, and
 * the reading of the body, which all of them thereby cover.
 */
export function pipeline(credentials: StepDecorator, options: CallOptions): Step {
  const { timeout, retry, maxResponseBytes, decorators } = options;
  const { attemptMs = 10_000, totalMs = 60_000 } = timeout || {};
  const retrying = retry === false ? [] : [retryStep(retry)];
  const [total, attempt] =
    timeout === false
      ? [untilSignal, []]
      : [deadline("total", totalMs), [deadline("attempt", attemptMs)]];
  const reading = [networkErrorsStep, bufferBodyStep(maxResponseBytes)];
  const steps = compose(total, ...retrying, credentials, hooksStep, ...attempt, ...reading);
  // The global fetch is looked up at each call, so that a later patch of it (a mock, a tracer) is
  // honoured.
  const send: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return decorators ? compose(...decorators)(standalone(steps)(send)) : steps(send);
}

/** Without deadlines too a caller's abort ends the call at once. */
function untilSignal(next: Step): Step {
  return (url, init) => untilAborted(init.signal, next(url, init));
}
