export { ApiError, type ApiErrorInit } from "./api-error.js";
export * from "./api-errors.js";
export { apiKeyHeaders } from "./api-key-headers.js";
export type { Credentials } from "./authenticate.js";
export { basicSecretAuth } from "./basic-secret-auth.js";
export { bearerAuth } from "./bearer-auth.js";
export { type CallName, ChatError, type ChatErrorCode, type ChatErrorInit } from "./chat-error.js";
export {
  type Client,
  type ClientDefinition,
  createClient,
  type OperationMethod,
} from "./client.js";
export type { CallOptions, ClientOptions } from "./client-options.js";
export { compose } from "./compose.js";
export type { ProviderError, ReadProviderError } from "./error-from-response.js";
export { ConfigurationError, NetworkError, UnexpectedResponseError } from "./errors.js";
export type { Fetch, FetchDecorator } from "./fetch.js";
export { isSecretName, MASK, maskText, maskValue } from "./mask.js";
export { maskedWhenPrinted } from "./masked.js";
export type {
  BodyRule,
  FieldRule,
  Operation,
  ParameterRule,
  SecurityScheme,
  SuccessRule,
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
export { refuseInBrowser } from "./refuse-in-browser.js";
export type { Token, TokenSource } from "./token-source.js";
