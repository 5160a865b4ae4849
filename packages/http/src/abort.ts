const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back when a signal is aborted; gives a function that calls it off. However many wait, the
 * signal has one listener: Node warns of a leak from the eleventh on.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? new Set();
  if (callbacks.size === 0) signal.addEventListener("abort", callAll);
  waiting.set(signal, callbacks.add(callback));
  return () => {
    if (callbacks.delete(callback) && callbacks.size === 0)
      signal.removeEventListener("abort", callAll);
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
  signal: AbortSignal | null | undefined,
  work: Promise<Result>,
): Promise<Result> {
  if (!signal) return work;
  return new Promise<Result>((resolve, reject) => {
    const fail = (): void => {
      stop();
      reject(signal.reason);
    };
    const stop = onAbort(signal, fail);
    // An abort that has been is not told any more.
    if (signal.aborted) fail();
    work.then(resolve, reject).finally(stop);
  });
}
