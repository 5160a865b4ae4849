import { type Client, type ClientOptions, createClient, type TokenSource } from "@roomkey/http";
import { operations, type PlazaOperations } from "./operations.js";

/** Options of `createPlazaClient`. */
export interface PlazaClientOptions extends ClientOptions {
  /** Visitor token, without "Bearer", or a function that gives one. */
  readonly visitorToken: TokenSource;
}

/** A method for each operation of Plaza. */
export type PlazaClient = Client<PlazaOperations>;

/** A typed client for Plaza: deadlines, retries, errors and masking come with `createClient`. */
export function createPlazaClient({ visitorToken, ...options }: PlazaClientOptions): PlazaClient {
  const definition = { provider: "plaza", operations, readProviderError };
  return createClient<PlazaOperations>(definition, { visitorToken }, options);
}

/** `{"code": "banned", "message": "…"}`, or anything else when something stands in between. */
function readProviderError(body: unknown) {
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as {
    readonly code?: unknown;
    readonly message?: unknown;
  };
  return {
    code: typeof code === "string" ? code : null,
    message: typeof message === "string" ? message : null,
  };
}
