import { type Ending, endingOf, onAbort } from "./abort.js";
import { type CallContext, contextOf } from "./call-context.js";
import { UnexpectedResponseError } from "./errors.js";
import type { FetchDecorator } from "./fetch.js";
import { type StepDecorator, standalone } from "./step.js";

/** Largest answer that is read, in bytes, unless told otherwise: 5 MB. */
const DEFAULT_LIMIT = 5_000_000;

const EMPTY = new Uint8Array();

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
    call.answer = [response, bytes];
    call.phase = "headers";
    return response;
  };
}

/** The body of a response that passed `bufferBody` last in its call; undefined for another one. */
function bodyOf(response: globalThis.Response, { answer }: CallContext): Uint8Array | undefined {
  return answer?.[0] === response ? answer[1] : undefined;
}

/**
 * The text of a response that passed `bufferBody`.
 *
 * @throws TypeError when `fatal` is set and the body is not UTF-8.
 */
export function bufferedText(
  response: globalThis.Response,
  call: CallContext,
  fatal = false,
): string {
  return new TextDecoder("utf-8", { fatal }).decode(bodyOf(response, call));
}

/** Bytes of a response's body; null where it did not pass `bufferBody`. */
export function bufferedSize(response: globalThis.Response, call: CallContext): number | null {
  return bodyOf(response, call)?.byteLength ?? null;
}

async function read(
  { body }: globalThis.Response,
  limit: number,
  ending: AbortSignal | Ending | undefined,
  fail: (problem: string, cause?: unknown) => void,
): Promise<Uint8Array> {
  let bytes: Uint8Array = EMPTY;
  let size = 0;
  if (!body) return EMPTY;
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
      // Most answers come in one part.
      if (size === 0) bytes = value;
      else {
        bytes = withRoom(bytes, end);
        bytes.set(value, size);
      }
      size = end;
    }
  } catch (cause) {
    check();
    if (cause instanceof UnexpectedResponseError) throw cause;
    fail(`the body broke off after ${size} bytes`, cause);
  } finally {
    unfollow?.();
  }
  return size === bytes.byteLength ? bytes : bytes.subarray(0, size);
}

/** Doubled where it is too small: a thousand small parts cost no more than one large one. */
function withRoom(bytes: Uint8Array, size: number): Uint8Array {
  if (size <= bytes.byteLength) return bytes;
  const larger = new Uint8Array(Math.max(size, 2 * bytes.byteLength));
  larger.set(bytes);
  return larger;
}
