import { brand } from "./brand.js";
import { CallContext } from "./call-context.js";
import { maskText } from "./mask.js";
import { maskError } from "./mask-error.js";

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

/** The base of every error that Roomkey throws, a caller's own abort excepted. */
export abstract class ChatError extends Error {
  abstract readonly code: ChatErrorCode;
  /** The provider of the call; null where no call was under way. */
  declare readonly provider: string | null;
  /** The `operationId` of the call; null where no call was under way. */
  declare readonly operation: string | null;
  /** Requests sent; 0 where the call failed before the first. */
  declare readonly attempts: number;
  /** What ended the attempts before the last one, in order. */
  declare readonly failures: readonly unknown[];

  protected constructor(name: string, message: string, init: ChatErrorInit, members?: object) {
    const { cause, call = new CallContext() } = init;
    const { provider = null, operation = null, attempts, failures, secrets } = call;
    const where = [provider, operation].filter(Boolean).join(" ");
    // Masked here and not when printed: a logger reads `message` without asking.
    super(
      maskText(where ? `${where}: ${message}` : message, secrets),
      cause === undefined ? undefined : { cause: maskError(cause, secrets) },
    );
    brand(this, name);
    Object.assign(this, { provider, operation, attempts, failures: [...failures] }, members);
  }
}
