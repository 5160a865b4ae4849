export { untilAborted } from "./abort.js";
export { normalizeBaseUrl } from "./client/base-url.js";
export {
  type Client,
  type ClientDefinition,
  type Credentials,
  createClient,
  type OperationMethod,
} from "./client/client.js";
export { type ApiErrorGuard, createApiErrorGuard, isChatError } from "./client/guards.js";
export type {
  BodyRule,
  FieldRule,
  Operation,
  QueryRule,
  SecurityScheme,
  Shape,
} from "./client/operation.js";
export type {
  ErrorBody,
  OperationData,
  OperationFailure,
  OperationInput,
  OperationNoAnswer,
  OperationResult,
  OperationSuccess,
} from "./client/operation-types.js";
export type { CallOptions, ClientOptions, TimeoutSettings } from "./client-options.js";
export { type Clock, systemClock } from "./clock.js";
export { compose } from "./compose.js";
export { apiKeyHeaders } from "./credentials/api-key-headers.js";
export { basicSecretAuth } from "./credentials/basic-secret-auth.js";
export { bearerAuth } from "./credentials/bearer-auth.js";
export {
  type CachedTokenOptions,
  cachedToken,
  type FetchTokenRequest,
} from "./credentials/cached-token.js";
export { refuseInBrowser } from "./credentials/refuse-in-browser.js";
export { type SplitTokenOptions, splitTokenOptions } from "./credentials/split-token-options.js";
export type { Token, TokenRefresh, TokenRequest, TokenSource } from "./credentials/token-source.js";
export type { TokenStore } from "./credentials/token-store.js";
export { ApiError, type ApiErrorInit } from "./errors/api-error.js";
export * from "./errors/api-errors.js";
export { ChatError, type ChatErrorCode, type ChatErrorInit } from "./errors/chat-error.js";
export { ConfigurationError, NetworkError, UnexpectedResponseError } from "./errors/errors.js";
export type { ProviderError, ReadProviderError } from "./errors/provider-error.js";
export { TimeoutError, type TimeoutScope } from "./errors/timeout-error.js";
export type * from "./events.js";
export type { Fetch, FetchDecorator } from "./fetch.js";
export { isSecretName, MASK, maskText } from "./masking/mask.js";
export { maskJson } from "./masking/mask-json.js";
export { maskedWhenPrinted } from "./masking/masked.js";
export { bufferBody } from "./policies/buffer-body.js";
export { hooks } from "./policies/hooks.js";
export { networkErrors } from "./policies/network-errors.js";
export { type FailedAttempt, type RetryOptions, retry } from "./policies/retry.js";
export { type TimeoutOptions, timeout } from "./policies/timeout.js";
