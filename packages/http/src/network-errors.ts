import { signalOf } from "./abort.js";
import { contextOf } from "./call-context.js";
import { ChatError } from "./chat-error.js";
import { NetworkError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";

/**
 * Turns a fetch that fails without an answer into a `NetworkError`. The caller's own abort is
 * rethrown untouched, as `signal.reason`.
 */
export function networkErrors(): FetchDecorator {
  return (next) => async (input, init) => {
    contextOf(init).attempts += 1;
    try {
      return await next(input, init);
    } catch (cause) {
      const signal = signalOf(input, init);
      if (signal?.aborted === true) throw signal.reason;
      if (cause instanceof ChatError) throw cause;
      throw new NetworkError(`no answer from ${hostOf(input)}`, { call: contextOf(init), cause });
    }
  };
}

function hostOf(input: string | URL | globalThis.Request): string {
  const url = input instanceof Request ? input.url : String(input);
  // A page may fetch an address without a host.
  return URL.canParse(url) ? new URL(url).host : "this address";
}
