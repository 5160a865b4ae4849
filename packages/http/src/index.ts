export { untilAborted } from "./abort.js";
export { ApiError, type ApiErrorInit } from "./api-error.js";
export * from "./api-errors.js";
export { apiKeyHeaders } from "./api-key-headers.js";
export { normalizeBaseUrl } from "./base-url.js";
export { basicSecretAuth } from "./basic-secret-auth.js";
export { bearerAuth } from "./bearer-auth.js";
export { bufferBody } from "./buffer-body.js";
export { type CachedTokenOptions, cachedToken, type FetchTokenRequest } from "./cached-token.js";
export { ChatError, type ChatErrorCode, type ChatErrorInit } from "./chat-error.js";
export {
  type Client,
  type ClientDefinition,
  type Credentials,
  createClient,
  type OperationMethod,
} from "./client.js";
export type { CallOptions, ClientOptions, TimeoutSettings } from "./client-options.js";
export { type Clock, systemClock } from "./clock.js";
export { compose } from "./compose.js";
export { ConfigurationError, NetworkError, UnexpectedResponseError } from "./errors.js";
export type * from "./events.js";
export type { Fetch, FetchDecorator } from "./fetch.js";
export { type ApiErrorGuard, createApiErrorGuard, isChatError } from "./guards.js";
export { hooks } from "./hooks.js";
export { isSecretName, MASK, maskText } from "./mask.js";
export { maskJson } from "./mask-json.js";
export { maskedWhenPrinted } from "./masked.js";
export { networkErrors } from "./network-errors.js";
export type {
  BodyRule,
  FieldRule,
  Operation,
  QueryRule,
  SecurityScheme,
  Shape,
} from "./operation.js";
export type {
  ErrorBody,
  OperationData,
  OperationFailure,
  OperationInput,
  OperationNoAnswer,
  OperationResult,
  OperationSuccess,
} from "./operation-types.js";
export type { ProviderError, ReadProviderError } from "./provider-error.js";
export { refuseInBrowser } from "./refuse-in-browser.js";
export { type FailedAttempt, type RetryOptions, retry } from "./retry.js";
export { type SplitTokenOptions, splitTokenOptions } from "./split-token-options.js";
export { type TimeoutOptions, timeout } from "./timeout.js";
export { TimeoutError, type TimeoutScope } from "./timeout-error.js";
export type { Token, TokenRefresh, TokenRequest, TokenSource } from "./token-source.js";
export type { TokenStore } from "./token-store.js";
