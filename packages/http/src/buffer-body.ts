import { type CallContext, contextOf } from "./call-context.js";
import { UnexpectedResponseError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";

/** Largest answer that is read, in bytes, unless told otherwise: 5 MB. */
export const DEFAULT_BODY_LIMIT = 5_000_000;

interface Body {
  readonly text: string;
  /** In bytes. */
  readonly size: number;
}

const buffered = new WeakMap<globalThis.Response, Body>();

/**
 * Reads each answer to its end before it is handed on, so that whatever stands outside (a timeout,
 * a retry) covers the body too. `bufferedText` gives the text; the response's own body is used up.
 *
 * @throws UnexpectedResponseError when a 2xx breaks off or is larger than the limit. The body of
 * any other status is cut instead: what matters about an error is its status.
 */
export function bufferBody(limit: number = DEFAULT_BODY_LIMIT): FetchDecorator {
  return (next) => async (input, init) => {
    const context = contextOf(init);
    const response = await next(input, init);
    context.phase = "body";
    buffered.set(response, await read(response, limit, context));
    context.phase = "headers";
    return response;
  };
}

/** The text of a response that passed `bufferBody`. */
export function bufferedText(response: globalThis.Response): string {
  return buffered.get(response)?.text ?? "";
}

/** Bytes of a response's body; null where it did not pass `bufferBody`. */
export function bufferedSize(response: globalThis.Response): number | null {
  return buffered.get(response)?.size ?? null;
}

/** Whether a response passed `bufferBody`. */
export function isBuffered(response: globalThis.Response): boolean {
  return buffered.has(response);
}

async function read(
  response: globalThis.Response,
  limit: number,
  call: CallContext,
): Promise<Body> {
  if (response.body === null) return { text: "", size: 0 };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  const fail = (message: string, cause?: unknown): never => {
    throw new UnexpectedResponseError(message, { call, status: response.status, cause });
  };
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > limit) {
        await reader.cancel();
        if (response.ok) fail(`the body is larger than ${limit} bytes`);
        break;
      }
      text += decoder.decode(part.value, { stream: true });
    }
  } catch (cause) {
    if (cause instanceof UnexpectedResponseError) throw cause;
    if (response.ok) fail(`the body broke off after ${size} bytes`, cause);
  }
  return { text: text + decoder.decode(), size };
}
