import { ApiError, type ApiErrorInit } from "./api-error.js";
import { retryAfterMs } from "./retry-after.js";

/** 400, 405, 413, 415, 422, and any other 4xx that has no class of its own. */
export class InvalidRequestError extends ApiError {
  declare readonly code: "invalid_request";

  constructor(init: ApiErrorInit) {
    super("invalid_request", "request refused; check its values", init);
  }
}

/** 401: the credential is missing, revoked, expired or malformed. */
export class UnauthenticatedError extends ApiError {
  declare readonly code: "unauthenticated";

  constructor(init: ApiErrorInit) {
    super("unauthenticated", "credential refused; get a fresh one", init);
  }
}

/** 402: the account does not have the benefit that the operation needs. */
export class PaymentRequiredError extends ApiError {
  declare readonly code: "payment_required";

  constructor(init: ApiErrorInit) {
    super("payment_required", "the account's plan lacks this", init);
  }
}

/** 403: the credential is good, but may not do this. */
export class PermissionDeniedError extends ApiError {
  declare readonly code: "permission_denied";

  constructor(init: ApiErrorInit) {
    super("permission_denied", "the credential may not do this", init);
  }
}

/** 404: there is no such channel, room or path. */
export class NotFoundError extends ApiError {
  declare readonly code: "not_found";

  constructor(init: ApiErrorInit) {
    super("not_found", "nothing at this address; check the ids", init);
  }
}

/** 429: too many requests. */
export class RateLimitedError extends ApiError {
  declare readonly code: "rate_limited";
  /** How long the provider asks to wait, in milliseconds; null where it does not say. */
  declare readonly retryAfterMs: number | null;

  constructor(init: ApiErrorInit) {
    super("rate_limited", "too many requests; wait before the next", {
      ...init,
      retryAfterMs: retryAfterMs(init.headers),
    } as ApiErrorInit);
  }
}

/** 408, 425 and 5xx: the provider is out of order for now. */
export class ServiceUnavailableError extends ApiError {
  declare readonly code: "unavailable";

  constructor(init: ApiErrorInit) {
    super("unavailable", "provider unavailable; try again later", init);
  }
}
