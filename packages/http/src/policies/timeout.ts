import { onAbort, untilAborted } from "../abort.js";
import { type Clock, systemClock } from "../clock.js";
import { TimeoutError, type TimeoutScope } from "../errors/timeout-error.js";
import type { FetchDecorator } from "../fetch.js";
import type { Policy } from "./policy.js";
import { standalone } from "./standalone.js";
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
export function timeout(options: TimeoutOptions): FetchDecorator {
  const { ms, scope, clock = systemClock } = options;
  const policy: Policy = (next) => async (outgoing) => {
    const { call } = outgoing;
    const outer = outgoing.init.signal;
    outer?.throwIfAborted();
    const controller = new AbortController();
    const { signal } = controller;
    outgoing.init.signal = signal;
    const unfollow = outer && onAbort(outer, () => controller.abort(outer.reason));
    const cancel =
      ms !== false &&
      clock.schedule(() => {
        controller.abort(new TimeoutError({ scope, afterMs: ms, phase: call.phase, call }));
      }, ms);
    const release = (): void => {
      if (cancel) cancel();
      unfollow?.();
    };
    let watched: globalThis.Response | undefined;
    try {
      const response = await untilAborted(signal, next(outgoing));
      watched = watchBody(response, signal, release, call);
      return watched ?? response;
    } finally {
      if (!watched) release();
    }
  };
  return standalone(policy);
}
