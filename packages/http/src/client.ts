import { ApiError } from "./api-error.js";
import { authenticate, type Credentials } from "./authenticate.js";
import { normalizeBaseUrl } from "./base-url.js";
import { bufferBody } from "./buffer-body.js";
import { type CallName, ChatError } from "./chat-error.js";
import type { CallOptions, ClientOptions } from "./client-options.js";
import { compose } from "./compose.js";
import { errorFromResponse, type ReadProviderError } from "./error-from-response.js";
import { ConfigurationError } from "./errors.js";
import type { Fetch } from "./fetch.js";
import { networkErrors } from "./network-errors.js";
import type { Operation, SecurityScheme } from "./operation.js";
import type { OperationData, OperationInput, OperationResult } from "./operation-types.js";
import { readSuccess } from "./read-success.js";
import { send, type WireInput } from "./send.js";

/** What makes a client of a document. */
export interface ClientDefinition<Id extends string = string> {
  /** Name of the provider, for errors: `ibm-video`. */
  readonly provider: string;
  readonly operations: Readonly<Record<Id, Operation>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly readProviderError: ReadProviderError;
}

type Arguments<Op> =
  Record<never, never> extends OperationInput<Op>
    ? [input?: OperationInput<Op>, options?: CallOptions]
    : [input: OperationInput<Op>, options?: CallOptions];

/** One operation of a client. */
export interface OperationMethod<Op> {
  /**
   * Calls the operation and gives its data.
   *
   * @throws ChatError of the class that the outcome asks for; the caller's own abort untouched.
   */
  (...args: Arguments<Op>): Promise<OperationData<Op>>;
  /** Calls the operation and gives its outcome, told apart by `status`. Throws only an abort. */
  result(...args: Arguments<Op>): Promise<OperationResult<Op>>;
}

/** A client with a method for each operation. */
export type Client<Operations> = {
  readonly [Id in keyof Operations]: OperationMethod<Operations[Id]>;
};

/**
 * Makes a client: one method for each operation of the table, typed by the `operations` that
 * openapi-typescript writes.
 *
 * @throws ConfigurationError when `baseUrl` cannot be used.
 */
export function createClient<Operations>(
  definition: ClientDefinition<Extract<keyof Operations, string>>,
  credentials: Credentials,
  options: ClientOptions = {},
): Client<Operations> {
  const baseUrl = options.baseUrl === undefined ? null : normalizeBaseUrl(options.baseUrl);
  const methods = Object.entries<Operation>(definition.operations).map(([id, operation]) => {
    const call: CallName = { provider: definition.provider, operation: id };
    const run = (input: WireInput = {}, callOptions: CallOptions = {}): Promise<Outcome> => {
      const request: CallRequest = { call, operation, input, baseUrl: baseUrl ?? operation.server };
      return perform(definition, credentials, request, merge(options, callOptions));
    };
    const method = async (input?: WireInput, callOptions?: CallOptions): Promise<unknown> => {
      const { error, data } = await run(input, callOptions);
      if (error !== null) throw error;
      return data;
    };
    const result = async (input?: WireInput, callOptions?: CallOptions): Promise<unknown> =>
      toResult(await run(input, callOptions));
    return [id, Object.assign(method, { result })];
  });
  return Object.fromEntries(methods) as Client<Operations>;
}

interface CallRequest {
  readonly call: CallName;
  readonly operation: Operation;
  readonly input: WireInput;
  readonly baseUrl: string;
}

interface Outcome {
  readonly data: unknown;
  readonly error: ChatError | null;
  /** Null where no answer came. */
  readonly response: globalThis.Response | null;
}

async function perform(
  definition: ClientDefinition,
  credentials: Credentials,
  { call, operation, input, baseUrl }: CallRequest,
  options: CallOptions,
): Promise<Outcome> {
  const { headers = {}, requestInit: init = {}, signal } = options;
  signal?.throwIfAborted();
  const pipeline = compose(
    authenticate(operation.security, definition.securitySchemes, credentials),
    networkErrors(call),
    bufferBody(call),
  );
  // The global fetch is looked up now, so that a later patch of it (a mock, a tracer) is honoured.
  const fetch = pipeline(options.fetch ?? ((url, parts) => globalThis.fetch(url, parts)));
  let response: globalThis.Response | null = null;
  const checked: Fetch = async (url, parts) => {
    response = await fetch(url, parts);
    // Thrown here, because openapi-fetch takes an empty error body for no error.
    if (!response.ok) throw errorFromResponse(response, call, definition.readProviderError);
    return response;
  };
  try {
    const answer = await send(operation, input, { baseUrl, headers, init, signal }, checked);
    return { data: readSuccess(answer, operation, call), error: null, response };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    return { data: undefined, error: named(error, call), response };
  }
}

/** Encoders and token sources do not know which call they work for; their errors learn it here. */
function named(error: ChatError, call: CallName): ChatError {
  if (!(error instanceof ConfigurationError) || error.operation !== null) return error;
  const { message, cause, argument } = error;
  return new ConfigurationError(message, { ...call, cause, ...(argument && { argument }) });
}

function merge(client: ClientOptions, call: CallOptions): CallOptions {
  return {
    ...client,
    ...call,
    headers: { ...client.headers, ...call.headers },
    requestInit: { ...client.requestInit, ...call.requestInit },
  };
}

function toResult({ data, error, response }: Outcome): unknown {
  const headers = response?.headers ?? null;
  if (error === null) return { ok: true, status: response?.status, data, headers, response };
  const status = error instanceof ApiError ? error.status : null;
  return { ok: false, status, error, headers, response };
}
