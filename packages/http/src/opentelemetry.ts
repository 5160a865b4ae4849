import {
  type Attributes,
  type Context,
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  type TracerProvider,
  trace,
} from "@opentelemetry/api";
import { CALL, type Call, callOf } from "./call.js";
import { isChatError } from "./client/guards.js";
import type { Hooks } from "./events.js";
import type { Fetch, FetchDecorator } from "./fetch.js";
import { maskText } from "./masking/mask.js";

/** Options of `tracing`. */
export interface TracingOptions {
  /** Makes the spans. Default: a tracer of the provider, named `@roomkey/http`. */
  readonly tracer?: Tracer;
  /** Default: the one that is registered globally, also when it is registered later. */
  readonly tracerProvider?: TracerProvider;
  /**
   * Whether requests carry the trace context (`traceparent`), as the globally registered propagator
   * writes it. Default false: a browser asks a server's leave (CORS) for a header that it does not
   * know, and the platforms do not give it.
   */
  readonly propagate?: boolean;
}

/** The methods of RFC 9110 and PATCH: the conventions call every other one `_OTHER`. */
const METHODS = /^(CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE)$/;

/**
 * One client span for each call, with all its attempts and waits. It belongs outermost: in the
 * client option `decorators`, or first in `compose`. Retries and fetched tokens are events of the
 * span, which is the active one while the call runs. Secrets are masked in all that it records.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function tracing(options: TracingOptions = {}): FetchDecorator {
  const { tracerProvider = trace, propagate = false } = options;
  const tracer = options.tracer ?? tracerProvider.getTracer("@roomkey/http");
  return (next) => async (input, init) => {
    const call = callOf(init);
    const { name, attributes } = describe(input, init, call);
    const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes });
    const active = trace.setSpan(context.active(), span);
    const retries = tellRetries(span, call);
    call.listeners.add(retries.listener);
    try {
      const parts = propagate ? withTraceContext(input, init, active) : init;
      const inCall = { ...parts, [CALL]: call };
      const response = await context.with(active, next, undefined, input, inCall);
      recordAnswer(span, response.status);
      return response;
    } catch (error) {
      recordError(span, error, call);
      throw error;
    } finally {
      // A token that is still being fetched in the background must not write into an ended span.
      call.listeners.delete(retries.listener);
      const resends = Math.max(retries.count(), call.attempts - 1);
      if (resends > 0) span.setAttribute("http.request.resend_count", resends);
      span.end();
    }
  };
}

function describe(
  input: Parameters<Fetch>[0],
  init: RequestInit | undefined,
  { name: callName, template, secrets }: Call,
): { readonly name: string; readonly attributes: Attributes } {
  const request = input instanceof Request ? input : null;
  const sent = init?.method ?? request?.method ?? "GET";
  const method = sent.toUpperCase();
  const known = METHODS.test(method);
  const attributes: Attributes = {
    "http.request.method": known ? method : "_OTHER",
    ...(!known && { "http.request.method_original": sent }),
    ...addressOf(request?.url ?? String(input), secrets),
    ...(template !== undefined && { "url.template": template }),
    ...(callName && {
      "roomkey.provider": callName.provider,
      "roomkey.operation": callName.operation,
    }),
  };
  // The path itself would give every room a span name of its own.
  const target = template === undefined ? "" : ` ${template}`;
  return { name: `${known ? method : "HTTP"}${target}`, attributes };
}

function addressOf(text: string, secrets: ReadonlySet<string>): Attributes {
  if (!URL.canParse(text)) return { "url.full": maskText(text, secrets) };
  const url = new URL(text);
  if (url.username !== "") url.username = "REDACTED";
  if (url.password !== "") url.password = "REDACTED";
  return {
    "url.full": maskText(url.href, secrets),
    // An IPv6 address stands in brackets in a URL only.
    "server.address": url.hostname.replace(/^\[|\]$/g, ""),
    "server.port": Number(url.port || (url.protocol === "https:" ? 443 : 80)),
  };
}

function tellRetries(
  span: Span,
  call: Call,
): { readonly listener: Hooks; readonly count: () => number } {
  let count = 0;
  const listener: Hooks = {
    onRetry({ attempt, delayMs, status, error }) {
      count += 1;
      span.addEvent("roomkey.retry", {
        "roomkey.attempt": Math.max(attempt, count),
        "roomkey.retry.delay_ms": delayMs,
        "error.type": status === null ? errorType(error) : String(status),
        ...(status !== null && { "http.response.status_code": status }),
        ...(status === null && { "error.message": messageOf(error, call) }),
      });
    },
    onTokenRefresh({ reason, durationMs, error }) {
      span.addEvent("roomkey.token_refresh", {
        "roomkey.token_refresh.reason": reason,
        "roomkey.token_refresh.duration_ms": durationMs,
        ...(error !== undefined && {
          "error.type": errorType(error),
          "error.message": messageOf(error, call),
        }),
      });
    },
  };
  return { listener, count: () => count };
}

function withTraceContext(
  input: Parameters<Fetch>[0],
  init: RequestInit | undefined,
  active: Context,
): RequestInit {
  const headers = new Headers(
    init?.headers ?? (input instanceof Request ? input.headers : undefined),
  );
  propagation.inject(active, headers, { set: (carrier, key, value) => carrier.set(key, value) });
  return { ...init, headers };
}

function recordAnswer(span: Span, status: number): void {
  // 0 stands for an answer that a browser keeps to itself (`redirect: "manual"`, `no-cors`).
  if (status !== 0) span.setAttribute("http.response.status_code", status);
  if (status < 400) return;
  span.setAttribute("error.type", String(status));
  // Without a description: the status says it all.
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function recordError(span: Span, error: unknown, call: Call): void {
  const message = messageOf(error, call);
  const type = errorType(error);
  if (isChatError(error) && "status" in error) {
    span.setAttribute("http.response.status_code", error.status as number);
  }
  span.setAttribute("error.type", type);
  span.setStatus({ code: SpanStatusCode.ERROR, message });
  // A copy: the error itself may hold more than these, and its stack repeats its message.
  const { name, stack } = error instanceof Error ? error : { name: type, stack: undefined };
  span.recordException({
    name,
    message,
    ...(stack !== undefined && { stack: maskText(stack, call.secrets) }),
  });
}

/** The code of ours, the class of any other error; what is no error has no type. */
function errorType(error: unknown): string {
  if (isChatError(error)) return error.code;
  return error instanceof Error ? error.name : "_OTHER";
}

function messageOf(error: unknown, { secrets }: Call): string {
  if (error instanceof Error) return maskText(error.message, secrets);
  // What it says is unknown, and not for us to print.
  return typeof error === "string" ? maskText(error, secrets) : `a thrown ${typeof error}`;
}
