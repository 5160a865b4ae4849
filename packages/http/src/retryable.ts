import type { CallContext } from "./call-context.js";
import { NetworkError, UnexpectedResponseError } from "./errors.js";
import { TimeoutError } from "./timeout-error.js";

const SAFE_METHOD = /^(GET|HEAD|OPTIONS|TRACE)$/;
const SAFE_STATUS = /^(408|425|429|50[0234])$/;
/** With these the server surely did not act. */
const UNSAFE_STATUS = /^(429|503)$/;
/** Failures before a connection stood: refused, no such host, no route, connect timeout. */
const NOT_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;

/** Whether a status is worth another attempt, for a method. */
export function isRetryableStatus(method: string, status: number): boolean {
  return (SAFE_METHOD.test(method) ? SAFE_STATUS : UNSAFE_STATUS).test(`${status}`);
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
  if (!SAFE_METHOD.test(method)) return false;
  if (error instanceof TimeoutError) return error.scope === "attempt";
  // A body that broke off has a cause; one that is too large or of the wrong type has none.
  if (error instanceof UnexpectedResponseError) return error.cause !== undefined;
  // What a plain fetch throws is a TypeError.
  return error instanceof NetworkError || error instanceof TypeError;
}

function neverConnected(error: unknown, depth = 5): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  const { code, errors, cause } = error as { code?: unknown; errors?: unknown; cause?: unknown };
  return (
    NOT_CONNECTED.test(String(code)) ||
    // Node tries several addresses at once and throws their errors together.
    (Array.isArray(errors)
      ? errors.every((one) => neverConnected(one, depth - 1))
      : neverConnected(cause, depth - 1))
  );
}
