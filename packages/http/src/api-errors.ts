import { ApiError, type ApiErrorInit } from "./api-error.js";
import { retryAfterMs } from "./retry-after.js";

/** 400, 405, 413, 415, 422, and any other 4xx that has no class of its own. */
export class InvalidRequestError extends ApiError {
  readonly code = "invalid_request";

  constructor(init: ApiErrorInit) {
    super("InvalidRequestError", "the provider refused the request; check its values", init);
  }
}

/** 401: the credential is missing, revoked, expired or malformed. */
export class UnauthenticatedError extends ApiError {
  readonly code = "unauthenticated";

  constructor(init: ApiErrorInit) {
    super("UnauthenticatedError", "the credential was not accepted; get a fresh one", init);
  }
}

/** 402: the account does not have the benefit that the operation needs. */
export class PaymentRequiredError extends ApiError {
  readonly code = "payment_required";

  constructor(init: ApiErrorInit) {
    super("PaymentRequiredError", "the account's plan does not include this", init);
  }
}

/** 403: the credential is good, but may not do this. */
export class PermissionDeniedError extends ApiError {
  readonly code = "permission_denied";

  constructor(init: ApiErrorInit) {
    super("PermissionDeniedError", "the credential may not do this", init);
  }
}

/** 404: there is no such channel, room or path. */
export class NotFoundError extends ApiError {
  readonly code = "not_found";

  constructor(init: ApiErrorInit) {
    super("NotFoundError", "there is nothing at this address; check the ids", init);
  }
}

/** 429: too many requests. */
export class RateLimitedError extends ApiError {
  readonly code = "rate_limited";
  /** How long the provider asks to wait, in milliseconds; null where it does not say. */
  declare readonly retryAfterMs: number | null;

  constructor(init: ApiErrorInit) {
    super("RateLimitedError", "too many requests; wait before the next one", init, {
      retryAfterMs: retryAfterMs(init.headers),
    });
  }
}

/** 408, 425 and 5xx: the provider is out of order for now. */
export class ServiceUnavailableError extends ApiError {
  readonly code = "unavailable";

  constructor(init: ApiErrorInit) {
    super("ServiceUnavailableError", "the provider is unavailable; try again later", init);
  }
}
