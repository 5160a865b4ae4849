import type { Call } from "../call.js";
import { neverConnected } from "./never-connected.js";

/** What became of one attempt. */
export interface Outcome {
  /** The answer, where one came. */
  readonly response?: globalThis.Response;
  /** What was thrown, where no answer came. */
  readonly error?: unknown;
}

const SAFE_METHOD = /^(GET|HEAD|OPTIONS|TRACE)$/;
const SAFE_STATUS = /408|425|429|50[0234]/;
/** With these the server surely did not act. */
const UNSAFE_STATUS = /429|503/;

/** Whether what became of an attempt is worth another one, for a method. */
export function isRetryable(
  method: string,
  { response, error }: Outcome,
  { phase }: Pick<Call, "phase">,
): boolean {
  const isSafe = SAFE_METHOD.test(method);
  if (response) return (isSafe ? SAFE_STATUS : UNSAFE_STATUS).test(`${response.status}`);
  // A source that failed. Calls that shared one fetch would come back one by one, each with a fetch
  // of its own: a stampede on an endpoint that is down.
  if (phase === "token") return false;
  return neverConnected(error) || (isSafe && mayPass(error));
}

function mayPass(error: unknown): boolean {
  const { code, scope, cause } = Object(error) as Readonly<Record<string, unknown>>;
  return (
    // What a plain fetch throws is a TypeError.
    error instanceof TypeError ||
    code === "network" ||
    scope === "attempt" ||
    // A body that broke off has a cause; one that is too large or of the wrong type has none.
    (code === "unexpected_response" && cause !== undefined)
  );
}
