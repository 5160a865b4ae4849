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
export type { Connection, MqttConnection, StreamConnection } from "./connection.js";
export { openChat } from "./open-chat.js";
export type { ChatProvider, OpenOptions } from "./provider.js";
export type { ChatSession, Room, User } from "./session.js";
