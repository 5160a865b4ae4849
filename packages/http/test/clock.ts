import type { Clock } from "../src/index.js";

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Goes on by so many milliseconds, and calls back what falls due on the way. */
  advance(ms: number): Promise<void>;
  /** Goes on to the next call-back, once there is one; gives the milliseconds that passed. */
  next(): Promise<number>;
  /** Timers that have neither fired nor been called off. */
  readonly pending: number;
}

/** Lets everything that is ready run: a macrotask passes, and with it all microtasks. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function fakeClock(start = 1_000_000): FakeClock {
  let now = start;
  const timers = new Map<object, { readonly at: number; readonly callback: () => void }>();
  const advance = async (ms: number): Promise<void> => {
    const end = now + ms;
    await settled();
    for (;;) {
      const due = [...timers]
        .filter(([, { at }]) => at <= end)
        .sort((a, b) => a[1].at - b[1].at)[0];
      if (due === undefined) break;
      timers.delete(due[0]);
      now = Math.max(now, due[1].at);
      due[1].callback();
      await settled();
    }
    now = end;
  };
  return {
    now: () => now,
    schedule(callback, ms) {
      const key = {};
      timers.set(key, { at: now + ms, callback });
      return () => void timers.delete(key);
    },
    advance,
    async next() {
      while (timers.size === 0) await settled();
      const wait = Math.min(...[...timers.values()].map(({ at }) => at)) - now;
      await advance(wait);
      return wait;
    },
    get pending() {
      return timers.size;
    },
  };
}
