import { ApiError } from "./api-error.js";
import { authenticate, type Credentials } from "./authenticate.js";
import { normalizeBaseUrl } from "./base-url.js";
import { type CallContext, createContext, eventOf, withContext } from "./call-context.js";
import { ChatError } from "./chat-error.js";
import type { CallOptions, ClientOptions } from "./client-options.js";
import { emit } from "./emit.js";
import { errorFromResponse } from "./error-from-response.js";
import { ConfigurationError } from "./errors.js";
import type { Fetch } from "./fetch.js";
import { maskValue } from "./mask-value.js";
import { mergeOptions } from "./merge-options.js";
import { noteSecrets } from "./note-secrets.js";
import type { Operation, SecurityScheme } from "./operation.js";
import type { OperationData, OperationInput, OperationResult } from "./operation-types.js";
import { pipeline } from "./pipeline.js";
import type { ReadProviderError } from "./provider-error.js";
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
    const { provider, securitySchemes, readProviderError } = definition;
    const authentication = authenticate(operation.security, securitySchemes, credentials);
    const run = (input: WireInput = {}, callOptions: CallOptions = {}): Promise<Outcome> => {
      const { path: template } = operation;
      const call = createContext({ provider, operation: id, template, readProviderError });
      for (const { hooks } of [options, callOptions]) if (hooks) call.listeners.add(hooks);
      const merged = mergeOptions(options, callOptions);
      const fetch = pipeline(authentication, merged);
      const request = { call, operation, input, baseUrl: baseUrl ?? operation.server };
      return perform(request, fetch, merged);
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
  readonly call: CallContext;
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
  { call, operation, input, baseUrl }: CallRequest,
  fetch: Fetch,
  options: CallOptions,
): Promise<Outcome> {
  const { headers = {}, requestInit: init = {}, signal } = options;
  signal?.throwIfAborted();
  noteSecrets([input, headers], call.secrets);
  const startedAt = Date.now();
  let response: globalThis.Response | null = null;
  const checked: Fetch = async (url, parts) => {
    response = await fetch(url, withContext(parts, call));
    // Thrown here, because openapi-fetch takes an empty error body for no error.
    if (!response.ok) throw errorFromResponse(response, call);
    return response;
  };
  try {
    const answer = await send(operation, input, { baseUrl, headers, init, signal }, checked);
    return { data: readSuccess(answer, operation, call), error: null, response };
  } catch (thrown) {
    const error = named(thrown, call);
    if (signal?.aborted !== true) {
      const durationMs = Date.now() - startedAt;
      emit(call, "onError", () => ({
        ...eventOf(call),
        error: maskValue(error, call.secrets),
        durationMs,
      }));
    }
    if (!(error instanceof ChatError)) throw error;
    return { data: undefined, error, response };
  }
}

/** Encoders and token sources do not know which call they work for; their errors learn it here. */
function named(error: unknown, call: CallContext): unknown {
  if (!(error instanceof ConfigurationError) || error.operation !== null) return error;
  const { message, cause, argument } = error;
  return new ConfigurationError(message, { call, cause, ...(argument !== null && { argument }) });
}

function toResult({ data, error, response }: Outcome): unknown {
  const headers = response?.headers ?? null;
  if (error === null) return { ok: true, status: response?.status, data, headers, response };
  const status = error instanceof ApiError ? error.status : null;
  return { ok: false, status, error, headers, response };
}
