import type { Fault } from "./rules/rule.js";

/** What goes back to the client, and what the journal and the log say about it. */
export interface Outcome {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** A value for JSON, a string for other media types, undefined for no body. */
  readonly body?: unknown;
  readonly operationId: string | null;
  readonly violations: readonly string[];
  /** Whether a `Prefer` header, a rule or a test asked for this answer regardless of the request. */
  readonly forced: boolean;
  /** The id of the rule that decided. */
  readonly rule?: string;
  /** What is done to the answer on its way. */
  readonly effects?: Effects;
  /** Text to send as it is, in the place of `body`. */
  readonly text?: string;
}

export interface Effects {
  /** Before the answer. */
  readonly delayMs?: number;
  /** From the first byte of the body to the last. */
  readonly bodyDelayMs?: number;
  readonly fault?: Fault;
}

/** An answer that does not come out of an operation of the document. */
export function outside(
  answer: Pick<Outcome, "status" | "headers" | "body">,
  operationId: string | null = null,
): Outcome {
  return { ...answer, operationId, violations: [], forced: false };
}
