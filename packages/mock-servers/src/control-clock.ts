import type { Clock } from "./clock.js";
import type { Duration } from "./duration.js";
import { readDuration } from "./duration.js";

/** Moves the time of the mock servers, so that expiry can be tested without waiting. */
export interface ControlClock {
  now(): Date;
  /**
   * Moves on by so long: `advance("7d")`.
   *
   * @throws {RangeError} when it is no duration.
   */
  advance(by: Duration): void;
  /** @throws {RangeError} when it is no time. */
  set(time: Date | string): void;
  /**
   * Lets time stand still; `freeze(false)` lets it go on from there. To stand still at a time, freeze
   * first and then `set`: between `set` and `freeze` a millisecond may pass.
   */
  freeze(frozen?: boolean): void;
  /** Back to the time of the machine. */
  reset(): void;
}

export function createControlClock(clock: Clock): ControlClock {
  return {
    now: () => new Date(clock.now()),
    advance: (by) => {
      const ms = readDuration(by);
      if (ms === undefined) throw new RangeError(`${by} is no duration such as 250ms, 30s, 7d`);
      clock.advance(ms);
    },
    set: (time) => {
      const ms = new Date(time).getTime();
      if (Number.isNaN(ms)) throw new RangeError(`${time} is no time such as 2030-01-01T00:00:00Z`);
      clock.set(ms);
    },
    freeze: (frozen) => clock.freeze(frozen),
    reset: () => clock.reset(),
  };
}
