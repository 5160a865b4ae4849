import type { ApiErrorInit } from "./api-error.js";
import {
  InvalidRequestError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitedError,
  ServiceUnavailableError,
  UnauthenticatedError,
} from "./api-errors.js";
import { bufferedText } from "./buffer-body.js";
import type { CallContext } from "./call-context.js";
import type { ChatError } from "./chat-error.js";
import { UnexpectedResponseError } from "./errors.js";
import { retryAfterMs } from "./retry-after.js";

const REQUEST_ID_HEADERS = ["x-request-id", "x-amzn-requestid", "x-correlation-id", "cf-ray"];

/** The error for an answer other than 2xx. The class follows from the status, never from a text. */
export function errorFromResponse(response: globalThis.Response, call: CallContext): ChatError {
  const body = parse(bufferedText(response));
  const { code, message } = call.readProviderError?.(body) ?? { code: null, message: null };
  const requestId = REQUEST_ID_HEADERS.map((name) => response.headers.get(name)).find(Boolean);
  const { status, headers } = response;
  return create({
    call,
    status,
    headers,
    body,
    providerCode: code,
    providerMessage: message,
    requestId: requestId ?? null,
  });
}

function create(init: ApiErrorInit): ChatError {
  const { status } = init;
  // Redirects are followed by fetch; one that arrives here leads nowhere.
  if (status < 400) return new UnexpectedResponseError(`status ${status} is no answer`, init);
  if (status === 401) return new UnauthenticatedError(init);
  if (status === 402) return new PaymentRequiredError(init);
  if (status === 403) return new PermissionDeniedError(init);
  if (status === 404) return new NotFoundError(init);
  if (status === 429) {
    return new RateLimitedError({ ...init, retryAfterMs: retryAfterMs(init.headers) });
  }
  if (status === 408 || status === 425 || status >= 500) return new ServiceUnavailableError(init);
  return new InvalidRequestError(init);
}

function parse(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    // An HTML page of a proxy, a truncated body: the text is all there is to show.
    return text;
  }
}
