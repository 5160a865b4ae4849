import type { Hooks } from "./events.js";
import type { Fetch, FetchDecorator } from "./fetch.js";
import type { RetryOptions } from "./policies/retry.js";

/** Deadlines of a call, in milliseconds; `false` switches one off. */
export interface TimeoutSettings {
  /** For each request, from sending it to the last byte of its answer. Default 10,000. */
  readonly attemptMs?: number | false;
  /** For the whole call: tokens, all attempts, and the waits between them. Default 60,000. */
  readonly totalMs?: number | false;
}

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
  /** Deadlines; `false` switches both off. A call's own replace the client's one by one. */
  readonly timeout?: TimeoutSettings | false;
  /** Whether and how failed attempts are repeated; `false` switches it off. See `retry`. */
  readonly retry?: RetryOptions | false;
  /** Functions that are told of requests, answers, retries, fetched tokens and failures. */
  readonly hooks?: Hooks;
  /**
   * Decorators of your own, outside all others: each sees a call once, with all its attempts. They
   * are given an address and an init, hand on the like, and may answer by themselves.
   */
  readonly decorators?: readonly FetchDecorator[];
  /** Largest answer that is read, in bytes. Default 5,000,000. */
  readonly maxResponseBytes?: number;
}

/** Options of one call; they win over those of the client, hooks excepted: both are told. */
export interface CallOptions extends Omit<ClientOptions, "baseUrl"> {
  /** Aborts the call; it then rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}
