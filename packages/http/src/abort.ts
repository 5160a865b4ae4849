/**
 * Our own kind of `AbortSignal`, for inside of a call: it costs a fraction of one to make, and every
 * call makes one.
 */
export class Ending {
  aborted = false;
  reason: unknown;
  readonly callbacks: Set<() => void> = new Set();

  abort(reason: unknown): void {
    this.aborted = true;
    this.reason = reason;
    for (const callback of this.callbacks) callback();
  }
}

/** What ends the work on a request: the call that it belongs to, or the signal that it carries. */
export function endingOf(
  call: { readonly ending: Ending | undefined },
  init: RequestInit,
): Ending | AbortSignal | undefined {
  return call.ending ?? init.signal ?? undefined;
}

const waiting = new WeakMap<EventTarget, Set<() => void>>();

/**
 * Calls back when a signal is aborted; gives a function that calls it off. However many wait, the
 * signal has one listener: Node warns of a leak from the eleventh on.
 */
export function onAbort(signal: AbortSignal | Ending, callback: () => void): () => void {
  if (signal instanceof Ending) {
    signal.callbacks.add(callback);
    return () => signal.callbacks.delete(callback);
  }
  const callbacks = waiting.get(signal) ?? new Set();
  if (callbacks.size === 0) signal.addEventListener("abort", callAll);
  waiting.set(signal, callbacks.add(callback));
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener("abort", callAll);
  };
}

function callAll(this: AbortSignal): void {
  // The signal has this listener only while somebody waits.
  for (const callback of waiting.get(this) as Set<() => void>) callback();
}

/**
 * Waits for work until a signal is aborted, then rejects with its reason at once, whether or not
 * the work listens to the signal. Leaves no listener behind.
 */
export function untilAborted<Result>(
  signal: AbortSignal | Ending | null | undefined,
  work: Promise<Result>,
): Promise<Result> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      stop();
      reject(signal.reason);
    };
    const stop = onAbort(signal, fail);
    // An abort that has been is not told any more.
    if (signal.aborted) fail();
    work.then(
      (result) => {
        stop();
        resolve(result);
      },
      (error: unknown) => {
        stop();
        reject(error);
      },
    );
  });
}
