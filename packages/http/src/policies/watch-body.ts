import { untilAborted } from "../abort.js";
import { answerOf, type Call } from "../call.js";

/**
 * A response with the same body, which ends with the signal's reason when the signal is aborted
 * while it is read. `release` is called once the body has ended, in whatever way. Undefined where
 * there is no body, or it has been read.
 */
export function watchBody(
  response: globalThis.Response,
  signal: AbortSignal,
  release: () => void,
  call: Call,
): globalThis.Response | undefined {
  if (answerOf(response, call) || response.body === null) return undefined;
  call.phase = "body";
  const reader = response.body.getReader();
  const watchedBody = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const part = await untilAborted(signal, reader.read());
        if (!part.done) return controller.enqueue(part.value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      release();
    },
    async cancel(reason) {
      release();
      await reader.cancel(reason);
    },
  });
  const { status, statusText, headers, url } = response;
  const watched = new Response(watchedBody, { status, statusText, headers });
  return Object.defineProperty(watched, "url", { value: url });
}
