import type { Token } from "./token-source.js";

/** A key-value store with time to live, of the shape that keyv has. */
export interface TokenStore {
  get(key: string): unknown;
  /** `ttlMs` in milliseconds; undefined for ever. */
  set(key: string, value: unknown, ttlMs?: number): unknown;
}

/** The stored token; null where there is none, it is malformed, or the store fails. */
export async function readStored(
  store: TokenStore | undefined,
  key: string,
): Promise<Token | null> {
  try {
    const stored = await store?.get(key);
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

/** Stores a token until it expires. A store that fails is done without. */
export async function writeStored(
  store: TokenStore | undefined,
  key: string,
  { value, expiresAt }: Token,
  ttlMs: number,
): Promise<void> {
  try {
    if (expiresAt === undefined) await store?.set(key, { value });
    else if (ttlMs > 0) await store?.set(key, { value, expiresAt: +expiresAt }, ttlMs);
  } catch {
    // As above.
  }
}
