import { ChatError, type ChatErrorInit } from "./chat-error.js";
import { maskHeaders } from "./mask-headers.js";
import { maskValue } from "./mask-value.js";

/** What an HTTP error is built from. Secrets in it are masked when the error is built. */
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
  readonly status: Status;
  /** IBM: the error value (`invalid_token`). BlendVision: the gRPC status name (`NOT_FOUND`). */
  readonly providerCode: string | null;
  /** The provider's own explanation, where it gives one. */
  readonly providerMessage: string | null;
  /** The parsed JSON body, the text where it is not JSON, null where it is empty. */
  readonly body: Body;
  /** Headers of the answer, secrets masked. */
  readonly headers: Headers;
  /** The provider's id of the request, where the answer names one. */
  readonly requestId: string | null;

  protected constructor(name: string, hint: string, init: ApiErrorInit<Body>) {
    const said = [init.providerCode, init.providerMessage].filter(Boolean).join(", ");
    super(name, `${init.status}${said === "" ? "" : ` (${said})`}: ${hint}`, init);
    const secrets = init.call?.secrets;
    this.status = init.status as Status;
    this.providerCode = maskValue(init.providerCode, secrets);
    this.providerMessage = maskValue(init.providerMessage, secrets);
    this.body = maskValue(init.body, secrets);
    this.headers = maskHeaders(init.headers, secrets);
    this.requestId = maskValue(init.requestId, secrets);
  }
}
