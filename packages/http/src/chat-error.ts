import type { CallContext } from "./call-context.js";
import { maskText } from "./mask.js";
import { maskValue } from "./mask-value.js";

/** The stable code of each error class; compare this rather than the class across packages. */
export type ChatErrorCode =
  | "configuration"
  | "invalid_request"
  | "network"
  | "not_found"
  | "payment_required"
  | "permission_denied"
  | "rate_limited"
  | "timeout"
  | "unauthenticated"
  | "unavailable"
  | "unexpected_response";

/** What every error is built from. */
export interface ChatErrorInit {
  /** The error that led to this one. */
  readonly cause?: unknown;
  /** The call that failed. */
  readonly call?: CallContext;
}

// A registered symbol, so that `isChatError` knows errors of another copy or realm.
const BRAND: unique symbol = Symbol.for("@roomkey/http/chat-error") as never;

/** The base of every error that Roomkey throws, a caller's own abort excepted. */
export abstract class ChatError extends Error {
  abstract readonly code: ChatErrorCode;
  /** The provider of the call; null where no call was under way. */
  readonly provider: string | null;
  /** The `operationId` of the call; null where no call was under way. */
  readonly operation: string | null;
  /** Requests sent; 0 where the call failed before the first. */
  readonly attempts: number;
  /** What ended the attempts before the last one, in order. */
  readonly failures: readonly unknown[];

  protected constructor(name: string, message: string, { cause, call }: ChatErrorInit) {
    const where = [call?.provider, call?.operation].filter(Boolean).join(" ");
    // Masked here and not when printed: a logger reads `message` without asking.
    super(
      maskText(where === "" ? message : `${where}: ${message}`, call?.secrets),
      cause === undefined ? undefined : { cause: maskValue(cause, call?.secrets) },
    );
    Object.defineProperties(this, {
      name: { value: name, configurable: true },
      [BRAND]: { value: true },
    });
    this.provider = call?.provider ?? null;
    this.operation = call?.operation ?? null;
    this.attempts = call?.attempts ?? 0;
    this.failures = [...(call?.failures ?? [])];
  }
}

/** Whether a value carries the mark of a `ChatError`, whichever copy or realm it comes from. */
export function hasBrand(value: unknown): value is ChatError {
  return typeof value === "object" && value !== null && BRAND in value;
}
