/** The time of the mock servers: the machine's, moved by whoever tests expiry without waiting. */
export class Clock {
  readonly #machine: () => number;
  #offset = 0;
  #frozenAt: number | undefined;

  /** @param machine - the clock it starts from, in milliseconds since 1970. */
  constructor(machine: () => number = Date.now) {
    this.#machine = machine;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#frozenAt ?? this.#machine() + this.#offset;
  }

  /** Whether time stands still. */
  get frozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** Moves on, or back, by so many milliseconds. */
  advance(ms: number): void {
    this.set(this.now() + ms);
  }

  /** Moves to a time, in milliseconds since 1970. */
  set(time: number): void {
    this.#offset = time - this.#machine();
    if (this.#frozenAt !== undefined) this.#frozenAt = time;
  }

  /** Lets time stand still, or go on from where it stood. */
  freeze(frozen = true): void {
    const now = this.now();
    this.#frozenAt = frozen ? now : undefined;
    this.#offset = now - this.#machine();
  }

  /** Back to the time of the machine. */
  reset(): void {
    this.#offset = 0;
    this.#frozenAt = undefined;
  }
}
