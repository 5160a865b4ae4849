import { decodePairs } from "./decode-pairs.js";
import type { Violation } from "./violation.js";

export interface DecodedQuery {
  /** A list where a name comes more than once. */
  readonly value: Readonly<Record<string, string | readonly string[]>>;
  readonly violations: readonly Violation[];
}

/** Decodes the part of a request target after the question mark. */
export function decodeQuery(query: string): DecodedQuery {
  const { pairs, violations } = decodePairs(query, "query");
  const values = new Map<string, string | readonly string[]>();
  for (const [name, text] of pairs) {
    const before = values.get(name);
    values.set(name, before === undefined ? text : [before, text].flat());
  }
  return { value: Object.fromEntries(values), violations };
}
