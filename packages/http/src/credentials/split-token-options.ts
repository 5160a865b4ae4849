import type { CachedTokenOptions } from "./cached-token.js";

const NAMES: Readonly<Record<keyof CachedTokenOptions, true>> = {
  clock: true,
  minTtlMs: true,
  refreshAheadMs: true,
  store: true,
  storeKey: true,
  storeTimeoutMs: true,
};

/** Options of a token source, sorted by whom they are for. */
export interface SplitTokenOptions<Options> {
  /** For `cachedToken`. */
  readonly cache: CachedTokenOptions;
  /** For the client that fetches the tokens. */
  readonly rest: Omit<Options, keyof CachedTokenOptions>;
}

/** Sorts the options of a token source that has a client of its own, so that each gets only its own. */
export function splitTokenOptions<Options extends CachedTokenOptions>(
  options: Options,
): SplitTokenOptions<Options> {
  const entries = Object.entries(options);
  return {
    cache: Object.fromEntries(entries.filter(([name]) => name in NAMES)),
    rest: Object.fromEntries(entries.filter(([name]) => !(name in NAMES))) as never,
  };
}
