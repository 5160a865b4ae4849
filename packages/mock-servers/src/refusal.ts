import { findResponse } from "./choice.js";
import type { Operation } from "./operations.js";
import type { Violation, ViolationKind } from "./violation.js";

/** How to refuse a request. */
export interface Refusal {
  readonly status: number;
  /** Absent when the document holds no example that fits better than its first one. */
  readonly example?: string;
  /** Whether the document knows an answer of that status. */
  readonly documented: boolean;
}

interface Rule {
  readonly kind: ViolationKind;
  /** The first one that the operation documents answers. */
  readonly statuses: readonly number[];
  /** Names of examples that say what went wrong; documents name them after the error values. */
  readonly examples: readonly string[];
}

// In the order in which servers look at a request: who asks, in which format, can it be read, is
// it right.
const RULES: readonly Rule[] = [
  { kind: "credentials", statuses: [401, 400], examples: [] },
  { kind: "media-type", statuses: [415, 400, 422], examples: ["malformed", "invalid-request"] },
  { kind: "undecodable", statuses: [400, 422], examples: ["malformed", "invalid-request"] },
  { kind: "invalid", statuses: [422, 400], examples: ["invalid-argument", "invalid-request"] },
];

/** The error that a document holds for a request that breaks its rules. */
export function refusalFor(operation: Operation, violations: readonly Violation[]): Refusal {
  const rule = RULES.find(({ kind }) => violations.some((one) => one.kind === kind));
  const { statuses = [400], examples = [] } = rule ?? {};
  const own = statuses.find((status) => operation.responses.has(String(status)));
  const status = own ?? statuses[0] ?? 400;
  const response = findResponse(operation, status);
  const example = examples.find((name) => response?.examples.includes(name));
  return { status, documented: response !== undefined, ...(example !== undefined && { example }) };
}
