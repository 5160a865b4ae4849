import type { TokenSource } from "./credentials/token-source.js";

/** One credential and how it travels. */
export interface Credential {
  readonly source: TokenSource | undefined;
  /** What an error calls the option. */
  readonly name: string;
  readonly header: string;
  /** Stands before the value: `Bearer `. */
  readonly prefix?: string | undefined;
}
