import { eventOf, newCall } from "../call.js";
import type { CallOptions, ClientOptions } from "../client-options.js";
import type { TokenSource } from "../credentials/token-source.js";
import { ApiError } from "../errors/api-error.js";
import { ChatError } from "../errors/chat-error.js";
import { errorFromResponse } from "../errors/error-from-response.js";
import type { ReadProviderError } from "../errors/provider-error.js";
import { maskError } from "../masking/mask-error.js";
import { emit } from "../policies/emit.js";
import { Outgoing } from "../policies/outgoing.js";
import { normalizeBaseUrl } from "./base-url.js";
import { mergeOptions } from "./merge-options.js";
import type { Operation } from "./operation.js";
import type { OperationData, OperationInput, OperationResult } from "./operation-types.js";
import { readSuccess } from "./read-success.js";
import { requestOf, type WireInput } from "./request.js";
import { sent } from "./sent.js";

/** Credentials by the name of their security scheme, which is also the name of the option. */
export type Credentials = Readonly<Record<string, TokenSource | undefined>>;

/** What makes a client of a document. */
export interface ClientDefinition<Id extends string = string> {
  /** Name of the provider, for errors: `ibm-video`. */
  readonly provider: string;
  readonly operations: Readonly<Record<Id, Operation>>;
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
  const { provider, operations, readProviderError } = definition;
  const baseUrl = options.baseUrl === undefined ? undefined : normalizeBaseUrl(options.baseUrl);

  /** Gives the data or throws, else tells the outcome. */
  const run = async (
    id: string,
    operation: Operation,
    isResult: boolean,
    input: WireInput = {},
    own?: CallOptions,
  ): Promise<unknown> => {
    const merged = own ? mergeOptions(options, own) : options;
    const { signal }: CallOptions = merged;
    signal?.throwIfAborted();
    const startedAt = Date.now();
    const name = { provider, operation: id };
    const call = newCall(name, operation.path, readProviderError);
    if (options.hooks) call.listeners.add(options.hooks);
    if (own?.hooks) call.listeners.add(own.hooks);
    let response: globalThis.Response | null = null;
    try {
      const server = baseUrl ?? operation.server;
      const { url, init } = requestOf(operation, input, merged, server, call);
      const needed = Object.entries(operation.security).map(([name, { header, prefix }]) => {
        return { source: credentials[name], name, header, prefix };
      });
      response = await sent(new Outgoing(call, url, init, merged, needed));
      if (!response.ok) throw errorFromResponse(response, call);
      const data = readSuccess(response, operation, call);
      if (!isResult) return data;
      const { status, headers } = response;
      return { ok: true, status, data, headers, response };
    } catch (error) {
      if (!signal?.aborted) {
        emit(call, "onError", () => ({
          ...eventOf(call),
          error: maskError(error, call.secrets),
          durationMs: Date.now() - startedAt,
        }));
      }
      if (!isResult || !(error instanceof ChatError)) throw error;
      const status = error instanceof ApiError ? error.status : null;
      return { ok: false, status, error, headers: response?.headers ?? null, response };
    }
  };

  const client: Record<string, unknown> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    const method =
      (isResult: boolean) =>
      (input?: WireInput, own?: CallOptions): Promise<unknown> =>
        run(id, operation, isResult, input, own);
    client[id] = Object.assign(method(false), { result: method(true) });
  }
  return client as Client<Operations>;
}
