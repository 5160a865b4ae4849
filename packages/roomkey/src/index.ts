export {
  ApiError,
  ChatError,
  type ChatErrorCode,
  type ClientOptions,
  ConfigurationError,
  type Fetch,
  InvalidRequestError,
  NetworkError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitedError,
  ServiceUnavailableError,
  type Token,
  type TokenSource,
  UnauthenticatedError,
  UnexpectedResponseError,
} from "@roomkey/http";
export type { Connection, MqttConnection, StreamConnection } from "./connection.js";
export { openChat } from "./open-chat.js";
export type { ChatProvider, OpenOptions } from "./provider.js";
export type { ChatSession, Room, User } from "./session.js";
