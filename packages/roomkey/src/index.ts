export {
  ApiError,
  ChatError,
  type ChatErrorCode,
  type ClientOptions,
  ConfigurationError,
  cachedToken,
  type Fetch,
  type Hooks,
  InvalidRequestError,
  isChatError,
  NetworkError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitedError,
  ServiceUnavailableError,
  TimeoutError,
  type Token,
  type TokenSource,
  UnauthenticatedError,
  UnexpectedResponseError,
} from "@roomkey/http";
export type { AnyConnection, Connection, MqttConnection, StreamConnection } from "./connection.js";
export { exportSession } from "./export-session.js";
export type { ExportedSession } from "./exported-session.js";
export { type ImportedSession, type ImportOptions, importSession } from "./import-session.js";
export { type KeepAliveOptions, type KeptSession, keepAlive } from "./keep-alive/index.js";
export { openChat } from "./open-chat.js";
export { type ChatProvider, defineProvider, type OpenOptions } from "./provider.js";
export type { OpenSession } from "./refresh.js";
export type * from "./session.js";
