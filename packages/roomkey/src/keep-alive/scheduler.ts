import type { Clock } from "@roomkey/http";

/** Something to be done at a time. */
export interface Task {
  /** Milliseconds since 1970. */
  dueAt: number;
  run(): void;
}

/**
 * Longest sleep of the timer, in milliseconds. Timers stand still while a laptop sleeps; the time of
 * day does not. Waking up this often finds out.
 */
const LONGEST_SLEEP = 30_000;
/** Tasks due within this time of each other are done together. */
const SHORTEST_SLEEP = 50;
/** Tasks that are overdue together are spread, this far apart on average… */
const SPREAD_EACH = 10;
/** …but not further than this in all. */
const SPREAD_MOST = 30_000;

/** One timer for any number of tasks. It runs only while there are tasks. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #tasks = new Set<Task>();
  #cancel: (() => void) | null = null;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(clock: Clock, random: () => number) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Adds a task, or notes that its time has changed. */
  add(task: Task): void {
    this.#tasks.add(task);
    if (task.dueAt < this.#wakesAt) this.#sleep();
  }

  /** Forgets a task. The timer ends with the last one. */
  remove(task: Task): void {
    if (this.#tasks.delete(task) && this.#tasks.size === 0) this.#stop();
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#wakesAt = Number.POSITIVE_INFINITY;
  }

  #sleep(): void {
    this.#stop();
    if (this.#tasks.size === 0) return;
    const now = this.#clock.now();
    let next = now + LONGEST_SLEEP;
    for (const { dueAt } of this.#tasks) next = Math.min(next, dueAt);
    this.#wakesAt = Math.max(next, now + SHORTEST_SLEEP);
    this.#cancel = this.#clock.schedule(() => this.#wake(), this.#wakesAt - now);
  }

  #wake(): void {
    const now = this.#clock.now();
    const due = [...this.#tasks].filter(({ dueAt }) => dueAt <= now);
    // All at once after a sleep would be a stampede: the long overdue ones are spread first.
    const overdue = due.filter(({ dueAt }) => dueAt < now - LONGEST_SLEEP);
    const spread = Math.min(SPREAD_MOST, overdue.length * SPREAD_EACH);
    for (const task of overdue) task.dueAt = now + this.#random() * spread;
    for (const task of due) {
      if (task.dueAt > now) continue;
      this.#tasks.delete(task);
      task.run();
    }
    this.#sleep();
  }
}
