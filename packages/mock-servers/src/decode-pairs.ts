import { decodeFormText } from "./percent.js";
import type { Violation } from "./violation.js";
import { violation } from "./violation.js";

/** Decoded `key=value` pairs in the order they came, and what was wrong with the others. */
export interface DecodedPairs {
  readonly pairs: readonly (readonly [key: string, value: string])[];
  readonly violations: readonly Violation[];
}

/**
 * Splits and decodes a query or a form body. URLSearchParams would do, but it passes broken escapes
 * on as if they were text; here each one is named.
 */
export function decodePairs(text: string, where: "query" | "body"): DecodedPairs {
  const pairs: [string, string][] = [];
  const violations: Violation[] = [];
  const part = where === "query" ? "query parameter" : "body field";
  for (const pair of text.split("&")) {
    if (pair === "") continue;
    const equals = pair.includes("=") ? pair.indexOf("=") : pair.length;
    const key = decodeFormText(pair.slice(0, equals));
    const value = decodeFormText(pair.slice(equals + 1));
    if (key === undefined) {
      const raw = pair.slice(0, equals);
      violations.push(
        violation("undecodable", `Request ${part} name ${raw} has a bad percent escape`),
      );
    } else if (value === undefined) {
      violations.push(
        violation("undecodable", `Request ${part} ${key} has a bad percent escape in its value`),
      );
    } else {
      pairs.push([key, value]);
    }
  }
  return { pairs, violations };
}
