import { onAbort, signalOf, untilAborted } from "./abort.js";
import { isBuffered } from "./buffer-body.js";
import { contextOf, withContext } from "./call-context.js";
import { type Clock, systemClock } from "./clock.js";
import type { FetchDecorator } from "./fetch.js";
import { TimeoutError, type TimeoutScope } from "./timeout-error.js";
import { watchBody } from "./watch-body.js";

/** Options of `timeout`. */
export interface TimeoutOptions {
  /** Milliseconds from the call of `fetch` to the last byte of the body; `false` for no end. */
  readonly ms: number | false;
  /**
   * What a `TimeoutError` calls this deadline: `attempt` for one that stands inside `retry`, `total`
   * for one outside it.
   */
  readonly scope: TimeoutScope;
  /** Default: the real time. */
  readonly clock?: Clock;
}

/**
 * Ends a fetch that takes too long, the reading of its body included. The deadline and the caller's
 * own signal are joined; no timer and no listener outlives the call.
 *
 * @throws TimeoutError saying which deadline passed, after how long, and in which phase.
 */
export function timeout({ ms, scope, clock = systemClock }: TimeoutOptions): FetchDecorator {
  return (next) => async (input, init) => {
    const context = contextOf(init);
    const outer = signalOf(input, init);
    outer?.throwIfAborted();
    const controller = new AbortController();
    const { signal } = controller;
    const unfollow = outer && onAbort(outer, () => controller.abort(outer.reason));
    const cancel =
      ms !== false &&
      clock.schedule(() => {
        const { phase } = context;
        controller.abort(new TimeoutError({ scope, afterMs: ms, phase, call: context }));
      }, ms);
    const release = (): void => {
      if (cancel) cancel();
      unfollow?.();
    };
    try {
      const work = next(input, withContext({ ...init, signal }, context));
      const response = await untilAborted(signal, work);
      if (isBuffered(response) || response.body === null) {
        release();
        return response;
      }
      context.phase = "body";
      return watchBody(response, response.body, signal, release);
    } catch (error) {
      release();
      throw error;
    }
  };
}
