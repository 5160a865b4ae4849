import { type Clock, systemClock } from "../clock.js";
import type { Token, TokenRefresh, TokenRequest } from "./token-source.js";
import { readStored, type StoredToken, type TokenStore, writeStored } from "./token-store.js";

/** Options of `cachedToken`. */
export interface CachedTokenOptions {
  /** A token this close to its expiry is renewed in the background. Default 60,000 ms. */
  readonly refreshAheadMs?: number;
  /** A token this close to its expiry is not given out any more. Default 5,000 ms. */
  readonly minTtlMs?: number;
  /**
   * Shares the token with other processes; keyv's own shape. Read before a token is fetched, written
   * after. A store that fails is done without.
   */
  readonly store?: TokenStore;
  /** Key in the store. Default `roomkey:token`; sources of different tokens need different keys. */
  readonly storeKey?: string;
  /** How long the store may take to answer before it is done without. Default 1,000 ms. */
  readonly storeTimeoutMs?: number;
  /** Default: the real time. `schedule` is needed for `storeTimeoutMs` alone. */
  readonly clock?: Pick<Clock, "now"> & Partial<Clock>;
}

/** What `fetchToken` is told. */
export interface FetchTokenRequest {
  /** The value that the provider refused, when this is why a token is fetched. */
  readonly rejected?: string;
}

interface Refresh {
  readonly token: Promise<Token>;
  readonly rejected: string | undefined;
}

/**
 * A token source that keeps its token.
 *
 * - Close to its expiry the token is renewed in the background; past it, callers wait.
 * - Any number of callers share one fetch.
 * - After a 401 there is one forced fetch, shared by all whom the same token was refused; it never
 *   joins a fetch that began for another reason, which may bring the refused token back.
 * - A failure reaches those who wait for it and is not kept: the next caller tries again.
 * - A token without expiry is kept until it is refused.
 */
export function cachedToken(
  fetchToken: (request: FetchTokenRequest) => string | Token | Promise<string | Token>,
  options: CachedTokenOptions = {},
): (request?: TokenRequest) => Promise<Token> {
  const { refreshAheadMs = 60_000, minTtlMs = 5_000 } = options;
  const clock: NonNullable<CachedTokenOptions["clock"]> = options.clock ?? systemClock;
  const { store, storeKey = "roomkey:token", storeTimeoutMs = 1_000 } = options;
  const place: StoredToken = {
    store,
    key: storeKey,
    timeoutMs: storeTimeoutMs,
    schedule: (callback, ms) =>
      clock.schedule?.(callback, ms) ?? systemClock.schedule(callback, ms),
  };
  let current: Token | null = null;
  let running: Refresh | null = null;

  const timeLeft = (token: Token): number =>
    token.expiresAt === undefined ? Number.POSITIVE_INFINITY : +token.expiresAt - clock.now();

  const load = async (rejected: string | undefined, enoughMs: number): Promise<Token> => {
    const stored = await readStored(place);
    if (stored !== null && stored.value !== rejected && timeLeft(stored) > enoughMs) return stored;
    const fetched = await fetchToken(rejected === undefined ? {} : { rejected });
    const token = typeof fetched === "string" ? { value: fetched } : fetched;
    await writeStored(place, token, timeLeft(token));
    return token;
  };

  const refresh = (reason: TokenRefresh["reason"], request: TokenRequest): Promise<Token> => {
    const { rejected, onRefresh } = request;
    if (running !== null && (rejected === undefined || rejected === running.rejected)) {
      return running.token;
    }
    const startedAt = clock.now();
    const report = (error?: unknown): void =>
      onRefresh?.({
        reason,
        durationMs: clock.now() - startedAt,
        ...(error !== undefined && { error }),
      });
    const mine: Refresh = {
      rejected,
      token: load(rejected, reason === "ahead" ? refreshAheadMs : minTtlMs).then(
        (token) => {
          // A later refresh, forced by a 401, knows better.
          if (running === mine) current = token;
          if (running === mine) running = null;
          report();
          return token;
        },
        (error: unknown) => {
          if (running === mine) running = null;
          report(error);
          throw error;
        },
      ),
    };
    running = mine;
    return mine.token;
  };

  return async (request = {}) => {
    if (current === null || current.value === request.rejected) {
      return refresh(request.rejected === undefined ? "expired" : "rejected", request);
    }
    const left = timeLeft(current);
    if (left <= minTtlMs) return refresh("expired", request);
    if (left <= refreshAheadMs) refresh("ahead", request).catch(() => {});
    return current;
  };
}
