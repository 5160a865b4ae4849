import type { Call } from "../call.js";
import { MISSING, refuse } from "../refuse.js";

/** A credential with the time at which it stops working, where that is known. */
export interface Token {
  readonly value: string;
  readonly expiresAt?: Date;
}

/** Why a source is asked; a source that always gives the latest token may ignore it. */
export interface TokenRequest {
  /** The value that the provider has just refused with 401: give another one. */
  readonly rejected?: string;
  /** Called when the source fetched a token because of this request. */
  readonly onRefresh?: (refresh: TokenRefresh) => void;
}

/** One fetch of a token. */
export interface TokenRefresh {
  /** `rejected` after a 401, `expired` when there was no usable token, `ahead` before its expiry. */
  readonly reason: "rejected" | "expired" | "ahead";
  readonly durationMs: number;
  /** What went wrong; undefined when a token came. */
  readonly error?: unknown;
}

/** Where a credential comes from: the value itself, or a function asked before each request. */
export type TokenSource =
  | string
  | ((request: TokenRequest) => string | Token | Promise<string | Token>);

/**
 * The value of what a source gave. `name` is what an error calls the option.
 *
 * @throws ConfigurationError when it is missing, empty or could not stand in a header.
 */
export function tokenValue(given: string | Token | undefined, name: string, call: Call): string {
  const value = (given as Partial<Token> | undefined)?.value ?? given;
  if (typeof value !== "string" || value.trim() === "") refuse(call, name, MISSING);
  // Printable ASCII: anything else is refused by fetch with an error that shows the value.
  if (!/^[\x21-\x7e]+$/.test(value)) {
    refuse(call, name, 'must be one word of ASCII, without "Bearer" before it');
  }
  return value;
}
