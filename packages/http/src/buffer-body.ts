import { signalOf, untilAborted } from "./abort.js";
import { type CallContext, contextOf } from "./call-context.js";
import { UnexpectedResponseError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";

/** Largest answer that is read, in bytes, unless told otherwise: 5 MB. */
export const DEFAULT_BODY_LIMIT = 5_000_000;

const buffered = new WeakMap<globalThis.Response, Uint8Array>();

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
    const signal = signalOf(input, init);
    const response = await next(input, init);
    // An answer that comes too late says nothing about what the call is doing now.
    if (signal?.aborted !== true) context.phase = "body";
    buffered.set(response, await read(response, limit, context, signal));
    context.phase = "headers";
    return response;
  };
}

/**
 * The text of a response that passed `bufferBody`.
 *
 * @throws TypeError when `fatal` is set and the body is not UTF-8.
 */
export function bufferedText(
  response: globalThis.Response,
  { fatal = false }: { readonly fatal?: boolean } = {},
): string {
  return new TextDecoder("utf-8", { fatal }).decode(buffered.get(response));
}

/** Bytes of a response's body; null where it did not pass `bufferBody`. */
export function bufferedSize(response: globalThis.Response): number | null {
  return buffered.get(response)?.byteLength ?? null;
}

/** Whether a response passed `bufferBody`. */
export function isBuffered(response: globalThis.Response): boolean {
  return buffered.has(response);
}

async function read(
  response: globalThis.Response,
  limit: number,
  call: CallContext,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  if (response.body === null) return bytes;
  const reader = response.body.getReader();
  let size = 0;
  const fail = (message: string, cause?: unknown): never => {
    throw new UnexpectedResponseError(message, { call, status: response.status, cause });
  };
  // Not waited for: whoever sends too much may also never end.
  const stop = (): void => void reader.cancel().catch(() => {});
  try {
    for (;;) {
      const part = await untilAborted(signal, reader.read());
      if (part.done) break;
      if (size + part.value.byteLength > limit) {
        stop();
        if (response.ok) fail(`the body is larger than ${limit} bytes`);
        break;
      }
      bytes = withRoom(bytes, size + part.value.byteLength);
      bytes.set(part.value, size);
      size += part.value.byteLength;
    }
  } catch (cause) {
    if (cause instanceof UnexpectedResponseError) throw cause;
    // A fetch that ignores its signal would go on, though nobody waits any more.
    stop();
    signal?.throwIfAborted();
    if (response.ok) fail(`the body broke off after ${size} bytes`, cause);
  }
  return bytes.subarray(0, size);
}

/** Doubled where it is too small: a thousand small parts cost no more than one large one. */
function withRoom(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  if (size <= bytes.byteLength) return bytes;
  const larger = new Uint8Array(Math.max(size, 2 * bytes.byteLength));
  larger.set(bytes);
  return larger;
}
