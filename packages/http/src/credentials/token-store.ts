import type { Clock } from "../clock.js";
import type { Token } from "./token-source.js";

/** A key-value store with time to live, of the shape that keyv has. */
export interface TokenStore {
  get(key: string): unknown;
  /** `ttlMs` in milliseconds; undefined for ever. */
  set(key: string, value: unknown, ttlMs?: number): unknown;
}

/** Where a token is stored, and how long its store may take to answer. */
export interface StoredToken {
  readonly store: TokenStore | undefined;
  readonly key: string;
  readonly timeoutMs: number;
  readonly schedule: Clock["schedule"];
}

/** The stored token; null where there is none, it is malformed, or the store fails or is slow. */
export async function readStored(place: StoredToken): Promise<Token | null> {
  try {
    const stored = await inTime(place, (store) => store.get(place.key));
    if (typeof stored !== "object" || stored === null) return null;
    const { value, expiresAt } = stored as {
      readonly value?: unknown;
      readonly expiresAt?: unknown;
    };
    if (typeof value !== "string" || value === "") return null;
    return typeof expiresAt === "number" ? { value, expiresAt: new Date(expiresAt) } : { value };
  } catch {
    // A token can be fetched without the store; that other processes fetch too is bearable.
    return null;
  }
}

/** Stores a token until it expires. A store that fails or is slow is done without. */
export async function writeStored(
  place: StoredToken,
  { value, expiresAt }: Token,
  ttlMs: number,
): Promise<void> {
  try {
    await inTime(place, (store) => {
      if (expiresAt === undefined) return store.set(place.key, { value });
      return ttlMs > 0 && store.set(place.key, { value, expiresAt: +expiresAt }, ttlMs);
    });
  } catch {
    // As above.
  }
}

/**
 * What the store answers. A client that has lost its server holds commands back until it finds it
 * again, for many seconds: without a limit every call would wait with it.
 */
async function inTime(
  { store, timeoutMs, schedule }: StoredToken,
  work: (store: TokenStore) => unknown,
): Promise<unknown> {
  if (store === undefined) return undefined;
  let cancel!: () => void;
  const over = new Promise<never>((_, reject) => {
    cancel = schedule(reject, timeoutMs);
  });
  try {
    return await Promise.race([work(store), over]);
  } finally {
    cancel();
  }
}
