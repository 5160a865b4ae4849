import { hasBrand } from "../brand.js";
import type { ApiError } from "../errors/api-error.js";
import type * as ApiErrors from "../errors/api-errors.js";
import type { ChatError, ChatErrorCode } from "../errors/chat-error.js";
import type * as Errors from "../errors/errors.js";
import type { TimeoutError } from "../errors/timeout-error.js";
import type { ErrorBody } from "./operation-types.js";

/** The class that goes with each code. */
export interface ChatErrorByCode {
  readonly configuration: Errors.ConfigurationError;
  readonly invalid_request: ApiErrors.InvalidRequestError;
  readonly network: Errors.NetworkError;
  readonly not_found: ApiErrors.NotFoundError;
  readonly payment_required: ApiErrors.PaymentRequiredError;
  readonly permission_denied: ApiErrors.PermissionDeniedError;
  readonly rate_limited: ApiErrors.RateLimitedError;
  readonly timeout: TimeoutError;
  readonly unauthenticated: ApiErrors.UnauthenticatedError;
  readonly unavailable: ApiErrors.ServiceUnavailableError;
  readonly unexpected_response: Errors.UnexpectedResponseError;
}

/**
 * Whether a thrown value is one of our errors, of a code if one is given. Unlike `instanceof` it
 * also knows errors of another copy of this package, or of another realm.
 */
export function isChatError(error: unknown): error is ChatError;
export function isChatError<Code extends ChatErrorCode>(
  error: unknown,
  code: Code,
): error is ChatErrorByCode[Code];
export function isChatError(error: unknown, code?: ChatErrorCode): boolean {
  return hasBrand(error) && (code === undefined || error.code === code);
}

/** Narrows an error to one operation's, and its body to what the document says for a status. */
export interface ApiErrorGuard<Operations> {
  <Id extends keyof Operations & string>(
    error: unknown,
    operation: Id,
  ): error is ApiError<ErrorBody<Operations[Id]>>;
  <Id extends keyof Operations & string, const Status extends number>(
    error: unknown,
    operation: Id,
    status: Status,
  ): error is ApiError<ErrorBody<Operations[Id], Status>, Status>;
}

/** Makes the `isApiError` of a client. */
export function createApiErrorGuard<Operations>(provider: string): ApiErrorGuard<Operations> {
  const isApiError = (error: unknown, operation: string, status?: number): boolean =>
    hasBrand(error) &&
    error.provider === provider &&
    error.operation === operation &&
    "body" in error &&
    "status" in error &&
    (status === undefined || error.status === status);
  return isApiError as ApiErrorGuard<Operations>;
}
