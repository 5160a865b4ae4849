import { type Clock, systemClock } from "@roomkey/http";

/** The real time, with timers that do not keep a Node process from ending. */
export const backgroundClock: Clock = {
  now: systemClock.now,
  schedule(callback, ms) {
    const timer: unknown = setTimeout(callback, ms);
    if (typeof timer === "object") (timer as { unref?(): void } | null)?.unref?.();
    return () => clearTimeout(timer as number);
  },
};
