import { BRAND } from "../brand.js";
import { type Call, newCall } from "../call.js";
import { maskText } from "../masking/mask.js";
import { maskError } from "../masking/mask-error.js";

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
  readonly call?: Call | undefined;
}

/** The base of every error that Roomkey throws, a caller's own abort excepted. */
export abstract class ChatError extends Error {
  declare readonly code: ChatErrorCode;
  /** The provider of the call; null where no call was under way. */
  declare readonly provider: string | null;
  /** The `operationId` of the call; null where no call was under way. */
  declare readonly operation: string | null;
  /** Requests sent; 0 where the call failed before the first. */
  declare readonly attempts: number;
  /** What ended the attempts before the last one, in order. */
  declare readonly failures: readonly unknown[];

  protected constructor(code: ChatErrorCode, message: string, init: ChatErrorInit) {
    const { cause, call = newCall(), ...members } = init;
    const { name, attempts, failures, secrets } = call;
    const { provider = null, operation = null } = { ...name };
    // Masked here and not when printed: a logger reads `message` without asking.
    super(
      maskText(name ? `${provider} ${operation}: ${message}` : message, secrets),
      cause === undefined ? undefined : { cause: maskError(cause, secrets) },
    );
    Object.defineProperties(this, {
      name: { value: nameOf(code), configurable: true },
      [BRAND]: { value: true },
    });
    Object.assign(this, { code, provider, operation, attempts, failures: [...failures] }, members);
  }
}

/** The name of the class, which a minifier takes from it. */
function nameOf(code: ChatErrorCode): string {
  const words = code === "unavailable" ? "service_unavailable" : code;
  return `_${words}_error`.replace(/_./g, ([, initial = ""]) => initial.toUpperCase());
}
