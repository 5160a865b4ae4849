import { answerOf, type Call } from "../call.js";
import { maskHeaders } from "../masking/mask-headers.js";
import { readMasked } from "../masking/mask-json.js";
import type { ApiErrorInit } from "./api-error.js";
import * as ApiErrors from "./api-errors.js";
import type { ChatError } from "./chat-error.js";
import { UnexpectedResponseError } from "./errors.js";

/** The classes of statuses that have one of their own. */
const CLASSES: Readonly<Record<number, new (init: ApiErrorInit) => ChatError>> = {
  401: ApiErrors.UnauthenticatedError,
  402: ApiErrors.PaymentRequiredError,
  403: ApiErrors.PermissionDeniedError,
  404: ApiErrors.NotFoundError,
  408: ApiErrors.ServiceUnavailableError,
  425: ApiErrors.ServiceUnavailableError,
  429: ApiErrors.RateLimitedError,
};
const REQUEST_ID = ["x-request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray"];

/** The error for an answer other than 2xx. The class follows from the status, never from a text. */
export function errorFromResponse(response: globalThis.Response, call: Call): ChatError {
  const { status } = response;
  // A redirect is not followed. A browser keeps what it says to itself, and gives status 0.
  if (status < 400) {
    return new UnexpectedResponseError(`status ${status} is no answer`, { call, status });
  }
  const headers = maskHeaders(response.headers, call.secrets);
  const body = readMasked(answerOf(response, call)?.text ?? "", call.secrets);
  const { code = null, message = null } = call.readProviderError?.(body) ?? {};
  const requestId = REQUEST_ID.map((name) => headers.get(name)).find(Boolean) ?? null;
  const Class =
    CLASSES[status] ??
    (status < 500 ? ApiErrors.InvalidRequestError : ApiErrors.ServiceUnavailableError);
  const said = { providerCode: code, providerMessage: message };
  return new Class({ call, status, headers, body, ...said, requestId });
}
