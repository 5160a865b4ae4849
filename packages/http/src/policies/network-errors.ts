import { hasBrand } from "../brand.js";
import { NetworkError } from "../errors/errors.js";
import type { FetchDecorator } from "../fetch.js";
import type { Policy } from "./policy.js";
import { standalone } from "./standalone.js";

/**
 * Turns a fetch that fails without an answer into a `NetworkError`. The caller's own abort is
 * rethrown untouched, as `signal.reason`.
 */
export function networkErrors(): FetchDecorator {
  return standalone(networked);
}

/** As `networkErrors`, inside of a call. */
export const networked: Policy = (next) => async (outgoing) => {
  const { call, url, init } = outgoing;
  const { signal } = init;
  call.attempts += 1;
  try {
    return await next(outgoing);
  } catch (cause) {
    signal?.throwIfAborted();
    if (hasBrand(cause)) throw cause;
    // A page may fetch an address without a host.
    const { host } = new URL(url, "http://same-origin");
    throw new NetworkError(`no answer from ${host}`, { call, cause });
  }
};
