import { ApiError } from "./api-error.js";
import { authenticate, type Credentials } from "./authenticate.js";
import { normalizeBaseUrl } from "./base-url.js";
import { CallContext, eventOf } from "./call-context.js";
import { ChatError } from "./chat-error.js";
import type { CallOptions, ClientOptions } from "./client-options.js";
import { emit } from "./emit.js";
import { errorFromResponse } from "./error-from-response.js";
import { ConfigurationError } from "./errors.js";
import { maskError } from "./mask-error.js";
import { mergeOptions } from "./merge-options.js";
import type { Operation, SecurityScheme } from "./operation.js";
import type { OperationData, OperationInput, OperationResult } from "./operation-types.js";
import { pipeline } from "./pipeline.js";
import type { ReadProviderError } from "./provider-error.js";
import { readSuccess } from "./read-success.js";
import { requestOf, type WireInput } from "./request.js";
import type { Step, StepDecorator } from "./step.js";

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

/** The options that a pipeline is made of. */
const POLICIES = ["timeout", "retry", "fetch", "decorators", "maxResponseBytes"] as const;

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
  const { provider, operations, securitySchemes, readProviderError } = definition;
  const baseUrl = options.baseUrl === undefined ? undefined : normalizeBaseUrl(options.baseUrl);
  const methods = Object.entries<Operation>(operations).map(([id, operation]) => {
    const credential = (): StepDecorator =>
      authenticate(operation.security, securitySchemes, credentials);
    let usual: Step | undefined;
    // A pipeline of its own only for a call that has options for one.
    const fetchFor = (merged: CallOptions, own: CallOptions | undefined): Step => {
      if (own && POLICIES.some((name) => name in own)) return pipeline(credential(), merged);
      usual ??= pipeline(credential(), options);
      return usual;
    };
    const run = async (input: WireInput = {}, own?: CallOptions): Promise<Outcome> => {
      const merged: CallOptions = own ? mergeOptions(options, own) : options;
      merged.signal?.throwIfAborted();
      const call = new CallContext(provider, id, operation.path, readProviderError);
      if (options.hooks) call.listeners.add(options.hooks);
      if (own?.hooks) call.listeners.add(own.hooks);
      const startedAt = Date.now();
      let response: globalThis.Response | null = null;
      try {
        const server = baseUrl ?? operation.server;
        const request = requestOf(operation, input, merged, server, call);
        response = await fetchFor(merged, own)(...request);
        if (!response.ok) throw errorFromResponse(response, call);
        return { data: readSuccess(response, operation, call), error: null, response };
      } catch (thrown) {
        const error = named(thrown, call);
        if (!merged.signal?.aborted) {
          emit(call, "onError", () => ({
            ...eventOf(call),
            error: maskError(error, call.secrets),
            durationMs: Date.now() - startedAt,
          }));
        }
        if (error instanceof ChatError) return { data: undefined, error, response };
        throw error;
      }
    };
    const method = async (...args: Parameters<typeof run>): Promise<unknown> => {
      const { error, data } = await run(...args);
      if (error) throw error;
      return data;
    };
    const result = async (...args: Parameters<typeof run>): Promise<unknown> =>
      toResult(await run(...args));
    return [id, Object.assign(method, { result })];
  });
  return Object.fromEntries(methods) as Client<Operations>;
}

interface Outcome {
  readonly data: unknown;
  readonly error: ChatError | null;
  /** Null where no answer came. */
  readonly response: globalThis.Response | null;
}

/** Encoders and token sources do not know which call they work for; their errors learn it here. */
function named(error: unknown, call: CallContext): unknown {
  if (!(error instanceof ConfigurationError) || error.operation !== null) return error;
  const { message, cause, argument } = error;
  return new ConfigurationError(message, { call, cause, argument });
}

function toResult({ data, error, response }: Outcome): unknown {
  const headers = response?.headers ?? null;
  if (!error) return { ok: true, status: response?.status, data, headers, response };
  const status = error instanceof ApiError ? error.status : null;
  return { ok: false, status, error, headers, response };
}
