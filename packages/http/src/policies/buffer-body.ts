import { UnexpectedResponseError } from "../errors/errors.js";
import type { FetchDecorator } from "../fetch.js";
import type { Policy } from "./policy.js";
import { type ReadBody, readBody } from "./read-body.js";
import { standalone } from "./standalone.js";

// What is no UTF-8 is not replaced in a 2xx: an id or a secret would be another one.
const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder();

/**
 * Reads each answer to its end before it is handed on, so that whatever stands outside (a timeout,
 * a retry) covers the body too. The response's own body is used up.
 *
 * @throws UnexpectedResponseError when a 2xx breaks off or is larger than the limit. The body of
 * any other status is cut instead: what matters about an error is its status.
 */
export function bufferBody(limit?: number): FetchDecorator {
  return standalone(buffered, limit === undefined ? {} : { maxResponseBytes: limit });
}

/** As `bufferBody`, inside of a call: at most 5 MB, unless told otherwise. */
export const buffered: Policy = (next) => async (outgoing) => {
  const { call, options, init } = outgoing;
  const { signal } = init;
  const response = await next(outgoing);
  const { ok, status } = response;
  // An answer that comes too late says nothing about what the call is doing now.
  signal?.throwIfAborted();
  call.phase = "body";
  const read = await readBody(response.body, options.maxResponseBytes ?? 5_000_000, signal);
  let { problem } = read;
  let text = "";
  try {
    text = (ok ? strict : lenient).decode(joined(read));
  } catch {
    problem ??= "the body is not UTF-8";
  }
  if (ok && problem) {
    throw new UnexpectedResponseError(problem, { call, status, cause: read.cause });
  }
  call.answer = { response, text, size: read.size };
  call.phase = "headers";
  return response;
};

function joined({ parts, size }: ReadBody): Uint8Array | undefined {
  // Most answers come in one part.
  if (parts.length < 2) return parts[0];
  const whole = new Uint8Array(size);
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
