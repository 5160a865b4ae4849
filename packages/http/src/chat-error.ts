import { maskText } from "./mask.js";

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

/** Which call an error belongs to. */
export interface CallName {
  /** The provider, for instance `ibm-video`. */
  readonly provider: string;
  /** The `operationId` of the document. */
  readonly operation: string;
}

/** What every error is built from. */
export interface ChatErrorInit extends Partial<CallName> {
  /** The error that led to this one. */
  readonly cause?: unknown;
}

/** The base of every error that Roomkey throws, a caller's own abort excepted. */
export abstract class ChatError extends Error {
  abstract readonly code: ChatErrorCode;
  /** The provider of the call; null where no call was under way. */
  readonly provider: string | null;
  /** The `operationId` of the call; null where no call was under way. */
  readonly operation: string | null;

  protected constructor(name: string, message: string, init: ChatErrorInit) {
    // Masked here and not when printed: a logger reads `message` without asking.
    super(maskText(describe(message, init)), "cause" in init ? { cause: init.cause } : undefined);
    Object.defineProperty(this, "name", { value: name, configurable: true });
    this.provider = init.provider ?? null;
    this.operation = init.operation ?? null;
  }
}

function describe(message: string, { provider, operation }: ChatErrorInit): string {
  const call = [provider, operation].filter(Boolean).join(" ");
  return call === "" ? message : `${call}: ${message}`;
}
