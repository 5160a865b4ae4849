import type { CallEvent, CallName, Hooks } from "./events.js";
import type { ReadProviderError } from "./provider-error.js";

/** What a call is doing now; a `TimeoutError` says in which phase it ended. */
export type CallPhase = "token" | "headers" | "body" | "retry-wait";

/**
 * What the decorators of one call know about it. It travels in the `RequestInit` and is never
 * shared between calls.
 */
export interface CallContext extends Partial<CallName> {
  /** Path of the operation in its document, with its parameters in braces. */
  readonly template?: string;
  /** Requests sent so far. */
  attempts: number;
  /** What ended each attempt that was followed by another: an error, or a response. */
  readonly failures: unknown[];
  phase: CallPhase;
  /** Values to be masked wherever they occur: the credentials and secret members of this call. */
  readonly secrets: Set<string>;
  /** Who is told of what happens. */
  readonly listeners: Set<Hooks>;
  readonly readProviderError?: ReadProviderError;
}

// A registered symbol, so that two copies of this package understand each other's requests.
const CONTEXT: unique symbol = Symbol.for("@roomkey/http/call-context") as never;

/** The init of a request inside of a call. A copy of it, made by spreading, keeps the context. */
export interface CallInit extends RequestInit {
  readonly [CONTEXT]: CallContext;
}

/** A fresh context. */
export function createContext(
  known?: Partial<CallName & Pick<CallContext, "readProviderError" | "template">>,
): CallContext {
  return {
    ...known,
    attempts: 0,
    failures: [],
    phase: "headers",
    secrets: new Set(),
    listeners: new Set(),
  };
}

/** The context that travels in an init; a fresh one where a decorator stands on its own. */
export function contextOf(init: RequestInit | undefined): CallContext {
  return (init as CallInit | undefined)?.[CONTEXT] ?? createContext();
}

/** A copy of the init with the context in it. */
export function withContext(init: RequestInit | undefined, context: CallContext): CallInit {
  return { ...init, [CONTEXT]: context };
}

/** What every event of a call tells. */
export function eventOf({ provider, operation, attempts }: CallContext): CallEvent {
  return { ...(provider && { provider }), ...(operation && { operation }), attempt: attempts };
}
