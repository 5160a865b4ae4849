import { HttpResponse } from "msw";
import type { Outcome } from "./outcome.js";
import type { Received } from "./received.js";
import { answerBytes, answerHeaders } from "./write-answer.js";

/** A slow body comes in so many pieces. */
const PIECES = 10;

/** Does to a response what the servers do to a connection. */
export async function toResponse(
  request: Received,
  outcome: Outcome,
  signal: AbortSignal,
): Promise<Response> {
  const { delayMs = 0, bodyDelayMs = 0, fault } = outcome.effects ?? {};
  if (delayMs > 0) await wait(delayMs, signal);
  if (fault === "stall") await wait(undefined, signal);
  if (fault === "reset" || fault === "empty" || fault === "stall") return HttpResponse.error();
  const bytes = request.method === "HEAD" ? undefined : answerBytes(outcome);
  const init = { status: outcome.status, headers: answerHeaders(request, outcome) };
  if (!bytes) return new Response(null, init);
  if (fault === "truncate") return new Response(truncated(bytes), init);
  if (bodyDelayMs > 0) return new Response(dribbled(bytes, bodyDelayMs, signal), init);
  return new Response(new Uint8Array(bytes), init);
}

function truncated(bytes: Buffer): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("terminated"));
      else controller.enqueue(new Uint8Array(bytes.subarray(0, bytes.length / 2)));
      sent = true;
    },
  });
}

function dribbled(bytes: Buffer, ms: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const size = Math.max(Math.ceil(bytes.length / PIECES), 1);
  let offset = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait(ms / PIECES, signal);
      controller.enqueue(new Uint8Array(bytes.subarray(offset, offset + size)));
      offset += size;
      if (offset >= bytes.length) controller.close();
    },
  });
}

/** Waits for so long, without an end for undefined, but no longer than the caller does. */
async function wait(ms: number | undefined, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = ms === undefined ? undefined : setTimeout(done, ms);
    if (signal.aborted) done();
    else signal.addEventListener("abort", done);
  });
}
