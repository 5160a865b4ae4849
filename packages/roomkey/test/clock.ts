import type { Clock } from "@roomkey/http";

/** Lets everything that is ready run. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A clock that stands still until it is told to go on, or to jump. */
export function fakeClock(start = 1_000_000_000) {
  let now = start;
  const timers = new Map<object, { at: number; readonly callback: () => void }>();
  const clock: Clock = {
    now: () => now,
    schedule(callback, ms) {
      const key = {};
      timers.set(key, { at: now + ms, callback });
      return () => void timers.delete(key);
    },
  };
  return {
    clock,
    now: () => now,
    pending: () => timers.size,
    /** Time goes on; timers fire when they fall due. */
    async advance(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        await settled();
        const due = [...timers]
          .filter(([, { at }]) => at <= end)
          .sort((a, b) => a[1].at - b[1].at)[0];
        if (due === undefined) break;
        timers.delete(due[0]);
        now = Math.max(now, due[1].at);
        due[1].callback();
      }
      now = end;
    },
    /** The time of day jumps, as after a sleep: timers keep the rest of their waiting time. */
    jump(ms: number): void {
      now += ms;
      for (const timer of timers.values()) timer.at += ms;
    },
  };
}
