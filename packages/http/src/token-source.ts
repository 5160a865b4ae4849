import { ConfigurationError } from "./errors.js";

/** A credential with the time at which it stops working, where that is known. */
export interface Token {
  readonly value: string;
  readonly expiresAt?: Date;
}

/** Where a credential comes from: the value itself, or a function asked before each call. */
export type TokenSource = string | (() => string | Token | Promise<string | Token>);

/**
 * The value that a source gives now. `name` is what an error calls the option.
 *
 * @throws ConfigurationError when it is missing, empty or could not stand in a header.
 */
export async function tokenValue(source: TokenSource | undefined, name: string): Promise<string> {
  const token = typeof source === "function" ? await source() : source;
  const value = typeof token === "object" && token !== null ? token.value : token;
  if (typeof value !== "string" || value.trim() === "") {
    throw new ConfigurationError(`${name} is missing or empty`, { argument: name });
  }
  if (/^(bearer|basic)\s/i.test(value)) {
    throw new ConfigurationError(
      `${name} must be the bare secret, without "Bearer" or "Basic" before it`,
      { argument: name },
    );
  }
  // Printable ASCII: anything else is refused by fetch with an error that shows the value.
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new ConfigurationError(`${name} holds characters that no header may hold`, {
      argument: name,
    });
  }
  return value;
}
