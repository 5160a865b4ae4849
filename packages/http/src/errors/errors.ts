import { ChatError, type ChatErrorInit } from "./chat-error.js";

/** Caught before anything was sent: the call or the client was set up wrongly. */
export class ConfigurationError extends ChatError {
  declare readonly code: "configuration";
  /** The argument or option at fault; null where no single one is. */
  declare readonly argument: string | null;

  constructor(message: string, init: ChatErrorInit & { readonly argument?: string | null } = {}) {
    super("configuration", message, { ...init, argument: init.argument ?? null } as ChatErrorInit);
  }
}

/** No answer came: DNS, refused, reset, TLS. `cause` holds the original. */
export class NetworkError extends ChatError {
  declare readonly code: "network";

  constructor(message: string, init: ChatErrorInit = {}) {
    super("network", message, init);
  }
}

/** A 2xx that is not what the document promises: wrong media type, broken JSON, missing member. */
export class UnexpectedResponseError extends ChatError {
  declare readonly code: "unexpected_response";
  /** HTTP status of the answer. */
  declare readonly status: number;
  /** Path of the missing member (`chat.user.id`); null where something else is wrong. */
  declare readonly path: string | null;

  constructor(
    message: string,
    init: ChatErrorInit & { readonly status: number; readonly path?: string | undefined },
  ) {
    super("unexpected_response", message, { ...init, path: init.path ?? null } as ChatErrorInit);
  }
}
