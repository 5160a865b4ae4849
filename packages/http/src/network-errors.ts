import { endingOf } from "./abort.js";
import { hasBrand } from "./brand.js";
import { contextOf } from "./call-context.js";
import { NetworkError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";
import { type Step, standalone } from "./step.js";

/**
 * Turns a fetch that fails without an answer into a `NetworkError`. The caller's own abort is
 * rethrown untouched, as `signal.reason`.
 */
export function networkErrors(): FetchDecorator {
  return standalone(networkErrorsStep);
}

/** As `networkErrors`, inside of a call. */
export function networkErrorsStep(next: Step): Step {
  return async (url, init) => {
    const call = contextOf(init);
    const ending = endingOf(call, init);
    call.attempts += 1;
    try {
      return await next(url, init);
    } catch (cause) {
      if (ending?.aborted) throw ending.reason;
      if (hasBrand(cause)) throw cause;
      // A page may fetch an address without a host.
      const host = URL.canParse(url) ? new URL(url).host : "this address";
      throw new NetworkError(`no answer from ${host}`, { call, cause });
    }
  };
}
