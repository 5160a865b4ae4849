/** Options of the waiting time between attempts. */
export interface BackoffOptions {
  /** Longest wait before the second attempt, in milliseconds; it doubles with each. Default 300. */
  readonly baseDelayMs?: number;
  /** Longest wait before any attempt, in milliseconds. Default 10,000. */
  readonly maxDelayMs?: number;
  /** A number from 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
}

/**
 * Exponential backoff with full jitter: a random time between nothing and the bound, so that many
 * clients that failed together do not come back together.
 */
export function backoff(attempt: number, options: BackoffOptions): number {
  const { baseDelayMs = 300, maxDelayMs = 10_000, random = Math.random } = options;
  return random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
}
