import { bufferBodyStep } from "./buffer-body.js";
import type { CallOptions } from "./client-options.js";
import { compose } from "./compose.js";
import type { Fetch } from "./fetch.js";
import { hooksStep } from "./hooks.js";
import { networkErrorsStep } from "./network-errors.js";
import { retryStep } from "./retry.js";
import { type Step, type StepDecorator, standalone } from "./step.js";
import { timeoutStep } from "./timeout.js";

/**
 * The fetch of one call. From the outside in: decorators of the user's, the total deadline, retry,
 * credentials (which may repeat one attempt after a 401), hooks, the deadline of one attempt, and
 * the reading of the body, which all of them thereby cover.
 */
export function pipeline(credentials: StepDecorator, options: CallOptions): Step {
  const { timeout, retry, maxResponseBytes, decorators } = options;
  const { attemptMs = 10_000, totalMs = 60_000 } = timeout || {};
  const steps = compose(
    timeoutStep({ scope: "total", ms: timeout !== false && totalMs }),
    ...(retry === false ? [] : [retryStep(retry)]),
    credentials,
    hooksStep,
    timeoutStep({ scope: "attempt", ms: timeout !== false && attemptMs }),
    networkErrorsStep,
    bufferBodyStep(maxResponseBytes),
  );
  // The global fetch is looked up now, so that a later patch of it (a mock, a tracer) is honoured.
  const send: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  return decorators ? compose(...decorators)(standalone(steps)(send)) : steps(send);
}
