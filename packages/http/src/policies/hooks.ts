import { answerOf, eventOf } from "../call.js";
import { type Clock, systemClock } from "../clock.js";
import type { Hooks, RequestEvent } from "../events.js";
import type { FetchDecorator } from "../fetch.js";
import { maskText } from "../masking/mask.js";
import { emit } from "./emit.js";
import { methodOf } from "./method.js";
import type { Policy } from "./policy.js";
import { standalone } from "./standalone.js";

/**
 * Tells listeners what passes: each request, and each answer with its duration. It stands inside
 * `retry`, so that it sees every attempt. `retry` and the auth decorators around it tell the same
 * listeners of retries and fetched tokens, once a first request has passed here.
 */
export function hooks(
  listeners: Hooks = {},
  options?: { readonly clock?: Pick<Clock, "now"> },
): FetchDecorator {
  const tell = observed(options?.clock);
  return standalone((next) => {
    const step = tell(next);
    return (outgoing) => {
      outgoing.call.listeners.add(listeners);
      return step(outgoing);
    };
  });
}

/** As `hooks`, inside of a call. */
export function observed(clock: Pick<Clock, "now"> = systemClock): Policy {
  return (next) => async (outgoing) => {
    const { call, init, url } = outgoing;
    if (call.listeners.size === 0) return next(outgoing);
    const startedAt = clock.now();
    const request: RequestEvent = {
      ...eventOf(call, call.attempts + 1),
      method: methodOf(init),
      url: maskText(url, call.secrets),
      requestSize: sizeOf(init.body),
    };
    emit(call, "onRequest", () => request);
    const response = await next(outgoing);
    emit(call, "onResponse", () => ({
      ...request,
      status: response.status,
      durationMs: clock.now() - startedAt,
      responseSize: answerOf(response, call)?.size ?? sizeOf(response.body),
    }));
    return response;
  };
}

function sizeOf(body: unknown): number | null {
  if (body == null) return 0;
  if (typeof body === "string") return new Blob([body]).size;
  const { byteLength, size = byteLength } = body as Partial<ArrayBuffer & Blob>;
  return size ?? null;
}
