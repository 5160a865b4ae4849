import type { Ending } from "./abort.js";
import type { CallEvent, Hooks } from "./events.js";
import type { ReadProviderError } from "./provider-error.js";

/** What a call is doing now; a `TimeoutError` says in which phase it ended. */
export type CallPhase = "token" | "headers" | "body" | "retry-wait";

/**
 * What the decorators of one call know about it. It travels in the `RequestInit` and is never
 * shared between calls. A class, because every call makes one: its shape is known from the start.
 */
export class CallContext {
  readonly provider: string | undefined;
  /** The `operationId` of the document. */
  readonly operation: string | undefined;
  /** Path of the operation in its document, with its parameters in braces. */
  readonly template: string | undefined;
  readonly readProviderError: ReadProviderError | undefined;
  /** Requests sent so far. */
  attempts = 0;
  phase: CallPhase = "headers";
  /** Ends the call with all its attempts; undefined where only the signal of the init does. */
  ending: Ending | undefined = undefined;
  /** The last answer whose body has been read, and that body. */
  answer: readonly [response: globalThis.Response, body: Uint8Array] | undefined = undefined;
  /** What ended each attempt that was followed by another: an error, or a response. */
  readonly failures: unknown[] = [];
  /** Values to be masked wherever they occur: the credentials and secret members of this call. */
  readonly secrets: Set<string> = new Set();
  /** Who is told of what happens. */
  readonly listeners: Set<Hooks> = new Set();

  constructor(
    provider?: string,
    operation?: string,
    template?: string,
    readProviderError?: ReadProviderError,
  ) {
    this.provider = provider;
    this.operation = operation;
    this.template = template;
    this.readProviderError = readProviderError;
  }
}

// A registered symbol, so that two copies of this package understand each other's requests.
const CONTEXT: unique symbol = Symbol.for("@roomkey/http/call-context") as never;

/** The init of a request inside of a call. A copy of it, made by spreading, keeps the context. */
export interface CallInit extends RequestInit {
  /** Names in lower case. */
  headers?: Record<string, string>;
  readonly [CONTEXT]: CallContext;
}

/** The context that travels in an init; a fresh one where a decorator stands on its own. */
export function contextOf(init: RequestInit | undefined): CallContext {
  return (init as CallInit | undefined)?.[CONTEXT] ?? new CallContext();
}

/** A copy of the init with the context in it. */
export function withContext(init: RequestInit | undefined, context: CallContext): CallInit {
  return { ...init, [CONTEXT]: context } as CallInit;
}

/** What every event of a call tells. */
export function eventOf(
  { provider, operation, attempts }: CallContext,
  attempt: number = attempts,
): CallEvent {
  // A decorator that stands alone knows no names.
  return provider && operation ? { provider, operation, attempt } : { attempt };
}
