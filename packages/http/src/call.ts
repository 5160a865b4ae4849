import type { ReadProviderError } from "./errors/provider-error.js";
import type { CallEvent, CallName, Hooks } from "./events.js";

/** What a call is doing now; a `TimeoutError` says in which phase it ended. */
export type CallPhase = "token" | "headers" | "body" | "retry-wait";

/** An answer whose body has been read. */
export interface Answer {
  readonly response: globalThis.Response;
  readonly text: string;
  /** Bytes of the body. */
  readonly size: number;
}

/** What is known about one call. It travels in the `RequestInit`; no two calls share one. */
export interface Call {
  /** Which call it is; a decorator that stands alone does not know. */
  readonly name: CallName | undefined;
  /** Path of the operation in its document, with its parameters in braces. */
  readonly template: string | undefined;
  readonly readProviderError: ReadProviderError | undefined;
  /** Requests sent so far. */
  attempts: number;
  phase: CallPhase;
  /** The last one. */
  answer: Answer | undefined;
  /** What ended each attempt that was followed by another. */
  readonly failures: unknown[];
  /** Values to be masked wherever they occur: the credentials and secret members of this call. */
  readonly secrets: Set<string>;
  /** Who is told of what happens. */
  readonly listeners: Set<Hooks>;
}

/** A call that has not begun. */
export function newCall(
  name?: CallName,
  template?: string,
  readProviderError?: ReadProviderError,
): Call {
  return {
    name,
    template,
    readProviderError,
    attempts: 0,
    phase: "headers",
    answer: undefined,
    failures: [],
    secrets: new Set(),
    listeners: new Set(),
  };
}

/** Where an init keeps its call. Registered, so that two copies of this package understand it. */
export const CALL: unique symbol = Symbol.for("@roomkey/http/call") as never;

/** The init of a request inside of a call. A copy of it, made by spreading, keeps the call. */
export interface CallInit extends RequestInit {
  /** Names in lower case. */
  headers: Record<string, string>;
  [CALL]?: Call;
}

/** The call that an init belongs to; a new one where a decorator stands on its own. */
export function callOf(init: RequestInit | undefined): Call {
  return (init as CallInit | undefined)?.[CALL] ?? newCall();
}

/** What has been read of a response: the last one of the call whose body was. */
export function answerOf(response: globalThis.Response, { answer }: Call): Answer | undefined {
  return answer?.response === response ? answer : undefined;
}

/** What every event of a call tells. */
export function eventOf({ name, attempts }: Call, attempt: number = attempts): CallEvent {
  return { ...name, attempt };
}
