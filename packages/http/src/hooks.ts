import { bufferedSize } from "./buffer-body.js";
import { contextOf, eventOf } from "./call-context.js";
import { type Clock, systemClock } from "./clock.js";
import { emit } from "./emit.js";
import type { Hooks, RequestEvent } from "./events.js";
import type { FetchDecorator } from "./fetch.js";
import { maskText } from "./mask.js";
import { methodOf, type Step, type StepDecorator, standalone } from "./step.js";

/**
 * Tells listeners what passes: each request, and each answer with its duration. It stands inside
 * `retry`, so that it sees every attempt. `retry` and the auth decorators around it tell the same
 * listeners of retries and fetched tokens, once a first request has passed here.
 */
export function hooks(
  listeners: Hooks = {},
  options?: { readonly clock?: Pick<Clock, "now"> },
): FetchDecorator {
  const tell: StepDecorator = (next) => {
    const step = hooksStep(next, options?.clock);
    return (url, init) => {
      contextOf(init).listeners.add(listeners);
      return step(url, init);
    };
  };
  return standalone(tell);
}

/** As `hooks`, inside of a call. */
export function hooksStep(next: Step, clock: Pick<Clock, "now"> = systemClock): Step {
  return async (url, init) => {
    const call = contextOf(init);
    if (call.listeners.size === 0) return next(url, init);
    const startedAt = clock.now();
    const request: RequestEvent = {
      ...eventOf(call, call.attempts + 1),
      method: methodOf(init),
      url: maskText(url, call.secrets),
      requestSize: sizeOf(init.body),
    };
    emit(call, "onRequest", () => request);
    const response = await next(url, init);
    emit(call, "onResponse", () => ({
      ...request,
      status: response.status,
      durationMs: clock.now() - startedAt,
      responseSize: bufferedSize(response, call),
    }));
    return response;
  };
}

function sizeOf(body: RequestInit["body"]): number | null {
  if (body == null) return 0;
  if (typeof body === "string" || body instanceof Blob) return new Blob([body]).size;
  return (body as Partial<ArrayBuffer>).byteLength ?? null;
}
