import { type Ending, endingOf, onAbort } from "./abort.js";
import { contextOf } from "./call-context.js";
import { UnexpectedResponseError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";
import { type StepDecorator, standalone } from "./step.js";

/** Largest answer that is read, in bytes, unless told otherwise: 5 MB. */
const DEFAULT_LIMIT = 5_000_000;

const buffered = new WeakMap<globalThis.Response, Uint8Array>();

/**
 * Reads each answer to its end before it is handed on, so that whatever stands outside (a timeout,
 * a retry) covers the body too. `bufferedText` gives the text; the response's own body is used up.
 *
 * @throws UnexpectedResponseError when a 2xx breaks off or is larger than the limit. The body of
 * any other status is cut instead: what matters about an error is its status.
 */
export function bufferBody(limit?: number): FetchDecorator {
  return standalone(bufferBodyStep(limit));
}

/** As `bufferBody`, inside of a call. */
export function bufferBodyStep(limit: number = DEFAULT_LIMIT): StepDecorator {
  return (next) => async (url, init) => {
    const call = contextOf(init);
    const ending = endingOf(call, init);
    const response = await next(url, init);
    // An answer that comes too late says nothing about what the call is doing now.
    if (!ending?.aborted) call.phase = "body";
    const bytes = await read(response, limit, ending, (problem, cause) => {
      if (response.ok) {
        throw new UnexpectedResponseError(problem, { call, status: response.status, cause });
      }
    });
    buffered.set(response, bytes);
    call.phase = "headers";
    return response;
  };
}

/**
 * The text of a response that passed `bufferBody`.
 *
 * @throws TypeError when `fatal` is set and the body is not UTF-8.
 */
export function bufferedText(response: globalThis.Response, fatal = false): string {
  return new TextDecoder("utf-8", { fatal }).decode(buffered.get(response));
}

/** Bytes of a response's body; null where it did not pass `bufferBody`. */
export function bufferedSize(response: globalThis.Response): number | null {
  return buffered.get(response)?.byteLength ?? null;
}

async function read(
  { body }: globalThis.Response,
  limit: number,
  ending: AbortSignal | Ending | undefined,
  fail: (problem: string, cause?: unknown) => void,
): Promise<Uint8Array> {
  let bytes = new Uint8Array();
  let size = 0;
  if (!body) return bytes;
  const reader = body.getReader();
  // Ends a waiting `read` at once. Not waited for: whoever sends too much may also never end.
  const stop = (): void => void reader.cancel().catch(() => {});
  const check = (): void => {
    if (ending?.aborted) throw ending.reason;
  };
  const unfollow = ending && onAbort(ending, stop);
  if (ending?.aborted) stop();
  try {
    for (;;) {
      const { value } = await reader.read();
      check();
      if (!value) break;
      const end = size + value.byteLength;
      if (end > limit) {
        stop();
        fail(`the body is larger than ${limit} bytes`);
        break;
      }
      if (end > bytes.byteLength) {
        // Doubled: a thousand small parts cost no more than one large one.
        const larger = new Uint8Array(Math.max(end, 2 * size));
        larger.set(bytes);
        bytes = larger;
      }
      bytes.set(value, size);
      size = end;
    }
  } catch (cause) {
    check();
    if (cause instanceof UnexpectedResponseError) throw cause;
    fail(`the body broke off after ${size} bytes`, cause);
  } finally {
    unfollow?.();
  }
  return bytes.subarray(0, size);
}
