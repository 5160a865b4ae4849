import type { CallContext } from "./call-context.js";
import { NetworkError, UnexpectedResponseError } from "./errors.js";
import { TimeoutError } from "./timeout-error.js";

const SAFE_METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
const SAFE_STATUSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** With these the server surely did not act. */
const UNSAFE_STATUSES: ReadonlySet<number> = new Set([429, 503]);
/** Failures before a connection stood: refused, no such host, no route, connect timeout. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether a status is worth another attempt, for a method. */
export function isRetryableStatus(method: string, status: number): boolean {
  return (SAFE_METHODS.has(method) ? SAFE_STATUSES : UNSAFE_STATUSES).has(status);
}

/** Whether a failure without a status is worth another attempt, for a method. */
export function isRetryableError(
  method: string,
  error: unknown,
  call: Pick<CallContext, "phase">,
): boolean {
  // A source that failed. Calls that shared one fetch would come back one by one, each with a fetch
  // of its own: a stampede on an endpoint that is down.
  if (call.phase === "token") return false;
  if (neverConnected(error)) return true;
  if (!SAFE_METHODS.has(method)) return false;
  if (error instanceof TimeoutError) return error.scope === "attempt";
  // A body that broke off has a cause; one that is too large or of the wrong type has none.
  if (error instanceof UnexpectedResponseError) return error.cause !== undefined;
  // What a plain fetch throws is a TypeError.
  return error instanceof NetworkError || error instanceof TypeError;
}

function neverConnected(error: unknown): boolean {
  for (let link = error, depth = 0; link instanceof Error && depth < 5; depth += 1) {
    if (NOT_CONNECTED.has((link as { readonly code?: unknown }).code)) return true;
    // Node tries several addresses at once and throws their errors together.
    if (link instanceof AggregateError) return link.errors.every(neverConnected);
    link = link.cause;
  }
  return false;
}
