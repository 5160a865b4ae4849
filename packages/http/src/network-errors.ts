import { type CallName, ChatError } from "./chat-error.js";
import { NetworkError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";

/**
 * Turns a fetch that fails without an answer into a `NetworkError`. The caller's own abort is
 * rethrown untouched, as `signal.reason`.
 */
export function networkErrors(call: Partial<CallName> = {}): FetchDecorator {
  return (next) => async (input, init) => {
    try {
      return await next(input, init);
    } catch (cause) {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
      if (signal?.aborted === true) throw signal.reason;
      if (cause instanceof ChatError) throw cause;
      throw new NetworkError(`no answer from ${hostOf(input)}`, { ...call, cause });
    }
  };
}

function hostOf(input: string | URL | globalThis.Request): string {
  return new URL(input instanceof Request ? input.url : input).host;
}
