import type { TokenRefresh } from "./credentials/token-source.js";

/** Which call an event belongs to. */
export interface CallName {
  /** The provider, for instance `ibm-video`. */
  readonly provider: string;
  /** The `operationId` of the document. */
  readonly operation: string;
}

/** What every event tells. Secrets in it are masked when it is built. */
export interface CallEvent extends Partial<CallName> {
  /** Requests sent so far: 1 from the first one on. */
  readonly attempt: number;
}

/** A request is about to be sent. */
export interface RequestEvent extends CallEvent {
  readonly method: string;
  readonly url: string;
  /** Bytes of the body; null where it is a stream. */
  readonly requestSize: number | null;
}

/** An answer came, with whatever status. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  /** From sending to the answer: to the end of its body in a client, else to its headers. */
  readonly durationMs: number;
  /** Bytes of the body as read; null where it has not been read yet. */
  readonly responseSize: number | null;
}

/** A failed attempt will be followed by another. */
export interface RetryEvent extends CallEvent {
  /** How long the call waits before it. */
  readonly delayMs: number;
  /** The status that the attempt ended with; null where no answer came. */
  readonly status: number | null;
  /** What was thrown; null where an answer came. */
  readonly error: unknown;
}

/** The call failed for good. */
export interface ErrorEvent extends CallEvent {
  readonly error: unknown;
  readonly durationMs: number;
}

/** A token was fetched, or could not be. */
export interface TokenRefreshEvent extends CallEvent, TokenRefresh {}

/** Functions that are told what happens. None of them can change or break a call. */
export interface Hooks {
  readonly onRequest?: (event: RequestEvent) => unknown;
  readonly onResponse?: (event: ResponseEvent) => unknown;
  readonly onRetry?: (event: RetryEvent) => unknown;
  readonly onError?: (event: ErrorEvent) => unknown;
  readonly onTokenRefresh?: (event: TokenRefreshEvent) => unknown;
}
