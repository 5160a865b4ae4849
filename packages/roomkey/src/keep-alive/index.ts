import { type Clock, isChatError } from "@roomkey/http";
import type { OpenSession } from "../refresh.js";
import type { AnySession } from "../session.js";
import { backgroundClock } from "./background-clock.js";
import { Scheduler, type Task } from "./scheduler.js";

/** Options of `keepAlive`. */
export interface KeepAliveOptions<Session extends AnySession> {
  /** Told of each new session; hand its connection to the realtime client. */
  readonly onChange?: (session: OpenSession<Session>) => void;
  /** Told of each refresh that failed; the next one follows by itself. */
  readonly onError?: (error: unknown) => void;
  /** Stops keeping the session alive, as `stop` does. */
  readonly signal?: AbortSignal;
  /**
   * How long before its expiry a session is refreshed, in milliseconds; a random part of the same
   * length comes on top, so that sessions opened together are not refreshed together. Default
   * 60,000.
   */
  readonly refreshAheadMs?: number;
  /**
   * How long a session without expiry is kept, in milliseconds. Default: for ever, since nothing
   * says that it ends.
   */
  readonly maxAgeMs?: number;
  /** Default: the real time. Sessions with the same clock share one timer. */
  readonly clock?: Clock;
  /** A number from 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
}

/** A session that is being kept alive. */
export interface KeptSession<Session extends AnySession> {
  /** The latest session. */
  readonly session: OpenSession<Session>;
  /** No further refresh; one that is under way is dropped. */
  stop(): void;
}

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 60_000;

const schedulers = new WeakMap<Clock, Scheduler>();

/**
 * Refreshes a session ahead of its expiry, again and again, until it is stopped. A failed refresh is
 * repeated with growing pauses, unless it can never succeed (`ConfigurationError`). Sessions share one timer, which does not keep a process from ending;
 * after the machine has slept, overdue sessions are refreshed one by one.
 */
export function keepAlive<Session extends AnySession>(
  session: OpenSession<Session>,
  options: KeepAliveOptions<Session> = {},
): KeptSession<Session> {
  const { onChange, onError, signal, clock = backgroundClock, random = Math.random } = options;
  const scheduler = schedulerOf(clock, random);
  let current = session;
  let failures = 0;
  let stopped = false;

  const task: Task = { dueAt: 0, run: () => void renew() };

  const plan = (): void => {
    const dueAt = dueTime(current, options, clock.now(), random);
    if (dueAt === null || stopped) return;
    // A session that is no fresher than before must not be renewed without a pause.
    task.dueAt = Math.max(dueAt, clock.now() + (failures > 0 ? pause(failures, random) : 0));
    scheduler.add(task);
  };

  const renew = async (): Promise<void> => {
    const before = current;
    const failure = await before.refresh().then(
      (fresh) => {
        current = fresh;
        const isFresher = fresh.expiresAt === null || +fresh.expiresAt > +(before.expiresAt ?? 0);
        failures = isFresher ? 0 : failures + 1;
        return null;
      },
      (error: unknown) => {
        failures += 1;
        return { error };
      },
    );
    if (stopped) {
      current = before;
      return;
    }
    // A wrong set-up does not mend itself: an imported session without a provider, for instance.
    if (failure !== null && isChatError(failure.error, "configuration")) stop();
    else plan();
    // Last, so that a listener that throws changes nothing.
    if (failure === null) onChange?.(current);
    else onError?.(failure.error);
  };

  const stop = (): void => {
    stopped = true;
    scheduler.remove(task);
    signal?.removeEventListener("abort", stop);
  };

  if (signal?.aborted === true) stop();
  else {
    signal?.addEventListener("abort", stop);
    plan();
  }
  return {
    get session() {
      return current;
    },
    stop,
  };
}

function schedulerOf(clock: Clock, random: () => number): Scheduler {
  const known = schedulers.get(clock) ?? new Scheduler(clock, random);
  schedulers.set(clock, known);
  return known;
}

function dueTime(
  { expiresAt }: AnySession,
  { refreshAheadMs = 60_000, maxAgeMs }: KeepAliveOptions<never>,
  now: number,
  random: () => number,
): number | null {
  if (expiresAt !== null) return +expiresAt - refreshAheadMs * (1 + random());
  return maxAgeMs === undefined ? null : now + maxAgeMs * (1 - random() / 10);
}

/** Exponential, with full jitter above half of it. */
function pause(failures: number, random: () => number): number {
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1)) * (0.5 + random() / 2);
}
