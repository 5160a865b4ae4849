import type { Choice } from "./choice.js";

/** What to answer to the next requests of an operation, whatever they look like. */
export interface ForcedAnswer {
  /** Default: the lowest documented 2xx. */
  readonly status?: number;
  /** The name of a documented example. Default: the first one of the status. */
  readonly example?: string;
  /** How many requests to answer so. Default: 1. */
  readonly times?: number;
}

/** Answers that wait for the next requests; those forced first are given first. */
export class ForcedAnswers {
  readonly #waiting = new Map<string, { readonly choice: Choice; left: number }[]>();

  /** @throws {RangeError} when `times` is not a whole number of at least 1 (or Infinity). */
  add(operationId: string, { times = 1, ...choice }: ForcedAnswer): void {
    if (!(times === Number.POSITIVE_INFINITY || (Number.isInteger(times) && times > 0))) {
      throw new RangeError(`times must be a whole number of at least 1, not ${times}`);
    }
    const queue = this.#waiting.get(operationId) ?? [];
    queue.push({ choice: { ...choice, force: true }, left: times });
    this.#waiting.set(operationId, queue);
  }

  /** The answer that waits for this request, if there is one; it is used up. */
  take(operationId: string): Choice | undefined {
    const queue = this.#waiting.get(operationId);
    const first = queue?.[0];
    if (!queue || !first) return undefined;
    first.left -= 1;
    if (first.left === 0) queue.shift();
    return first.choice;
  }

  clear(): void {
    this.#waiting.clear();
  }
}
