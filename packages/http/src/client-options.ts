import type { Fetch } from "./fetch.js";

/** Options of every client. */
export interface ClientOptions {
  /**
   * Base URL for all operations, instead of the servers that the document names: a proxy or a mock
   * server. Absolute, http or https, without query; trailing slashes do not matter.
   */
  readonly baseUrl?: string;
  /** The fetch to use. Default: the global `fetch`, looked up at each call. */
  readonly fetch?: Fetch;
  /** Headers added to every request. They do not replace credentials or the content type. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * More members for the `RequestInit` of every request, for instance undici's `dispatcher` or
   * `credentials`.
   */
  readonly requestInit?: Readonly<Record<string, unknown>>;
}

/** Options of one call; they win over those of the client. */
export interface CallOptions extends Omit<ClientOptions, "baseUrl"> {
  /** Aborts the call; it then rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}
