import { bufferedSize } from "./buffer-body.js";
import { contextOf, eventOf, withContext } from "./call-context.js";
import { type Clock, systemClock } from "./clock.js";
import { emit } from "./emit.js";
import type { Hooks, RequestEvent } from "./events.js";
import type { Fetch, FetchDecorator } from "./fetch.js";
import { maskText } from "./mask.js";

/**
 * Tells listeners what passes: each request, and each answer with its duration. It stands inside
 * `retry`, so that it sees every attempt. `retry` and the auth decorators around it tell the same
 * listeners of retries and fetched tokens, once a first request has passed here.
 */
export function hooks(
  listeners: Hooks = {},
  { clock = systemClock }: { readonly clock?: Pick<Clock, "now"> } = {},
): FetchDecorator {
  return (next) => async (input, init) => {
    const context = contextOf(init);
    context.listeners.add(listeners);
    const attempt = context.attempts + 1;
    const startedAt = clock.now();
    const request = (): RequestEvent => ({
      ...eventOf(context),
      attempt,
      ...describe(input, init, context.secrets),
    });
    emit(context, "onRequest", request);
    const response = await next(input, withContext(init, context));
    emit(context, "onResponse", () => ({
      ...request(),
      status: response.status,
      durationMs: clock.now() - startedAt,
      responseSize: bufferedSize(response),
    }));
    return response;
  };
}

function describe(
  input: Parameters<Fetch>[0],
  init: RequestInit | undefined,
  secrets: ReadonlySet<string>,
): Pick<RequestEvent, "method" | "url" | "requestSize"> {
  const isRequest = input instanceof Request;
  const method = init?.method ?? (isRequest ? input.method : "GET");
  return {
    method: method.toUpperCase(),
    url: maskText(isRequest ? input.url : String(input), secrets),
    requestSize: sizeOf(init?.body ?? (isRequest ? input.body : null)),
  };
}

function sizeOf(body: BodyInit | null): number | null {
  if (body === null) return 0;
  if (typeof body === "string") return new TextEncoder().encode(body).byteLength;
  if (body instanceof Blob) return body.size;
  return body instanceof ArrayBuffer || ArrayBuffer.isView(body) ? body.byteLength : null;
}
