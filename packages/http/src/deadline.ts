import { Ending, endingOf, onAbort, untilAborted } from "./abort.js";
import { contextOf } from "./call-context.js";
import type { StepDecorator } from "./step.js";
import { TimeoutError, type TimeoutScope } from "./timeout-error.js";

/**
 * A deadline inside of a call, joined with what ends the call from outside. What stands inside of it
 * waits for the call's `ending`; an attempt also gives `fetch` a real signal.
 *
 * @throws TimeoutError
 */
export function deadline(scope: TimeoutScope, afterMs: number | false): StepDecorator {
  return (next) => async (url, init) => {
    const call = contextOf(init);
    const above = call.ending;
    const outer = endingOf(call, init);
    if (outer?.aborted) throw outer.reason;
    const ending = new Ending();
    const unfollow = outer && onAbort(outer, () => ending.abort(outer.reason));
    const end = (): void => {
      ending.abort(
        new TimeoutError({ scope, afterMs: afterMs as number, phase: call.phase, call }),
      );
    };
    const timer = afterMs !== false && setTimeout(end, afterMs);
    let parts = init;
    if (scope === "attempt") {
      const controller = new AbortController();
      onAbort(ending, () => controller.abort(ending.reason));
      parts = { ...init, signal: controller.signal };
    }
    call.ending = ending;
    try {
      return await untilAborted(ending, next(url, parts));
    } finally {
      call.ending = above;
      if (timer) clearTimeout(timer);
      unfollow?.();
    }
  };
}
