import { ChatError, type ChatErrorCode, type ChatErrorInit } from "./chat-error.js";

/** What an HTTP error is built from: an answer whose secrets have been masked. */
export interface ApiErrorInit<Body = unknown> extends ChatErrorInit {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON body, the text where it is not JSON, null where it is empty. */
  readonly body: Body;
  readonly providerCode: string | null;
  readonly providerMessage: string | null;
  readonly requestId: string | null;
}

/** The provider answered with a status other than 2xx. */
export abstract class ApiError<Body = unknown, Status extends number = number> extends ChatError {
  /** HTTP status of the answer. */
  declare readonly status: Status;
  /** IBM: the error value (`invalid_token`). BlendVision: the gRPC status name (`NOT_FOUND`). */
  declare readonly providerCode: string | null;
  /** The provider's own explanation, where it gives one. */
  declare readonly providerMessage: string | null;
  /** The parsed JSON body, the text where it is not JSON, null where it is empty. */
  declare readonly body: Body;
  /** Headers of the answer, secrets masked. */
  declare readonly headers: Headers;
  /** The provider's id of the request, where the answer names one. */
  declare readonly requestId: string | null;

  protected constructor(code: ChatErrorCode, hint: string, init: ApiErrorInit<Body>) {
    const { status, providerCode, providerMessage } = init;
    const said = [providerCode, providerMessage].filter(Boolean).join(", ");
    super(code, `${status}${said && ` (${said})`}: ${hint}`, init);
  }
}
