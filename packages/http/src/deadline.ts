import { Ending, onAbort, untilAborted } from "./abort.js";
import { contextOf } from "./call-context.js";
import type { StepDecorator } from "./step.js";
import { TimeoutError } from "./timeout-error.js";

/**
 * The deadline of a whole call, joined with the caller's own signal. What stands inside waits for
 * the call's `ending`; the signal of the init stays the caller's until an attempt has one of its own.
 *
 * @throws TimeoutError of scope `total`.
 */
export function deadline(afterMs: number | false): StepDecorator {
  return (next) => async (url, init) => {
    const call = contextOf(init);
    const ending = new Ending();
    call.ending = ending;
    const { signal } = init;
    const unfollow = signal && onAbort(signal, () => ending.abort(signal.reason));
    const timer =
      afterMs !== false &&
      setTimeout(() => {
        const { phase } = call;
        ending.abort(new TimeoutError({ scope: "total", afterMs, phase, call }));
      }, afterMs);
    try {
      return await untilAborted(ending, next(url, init));
    } finally {
      if (timer) clearTimeout(timer);
      unfollow?.();
    }
  };
}
