import type { ServerResponse } from "node:http";
import type { Outcome } from "./outcome.js";
import type { Received } from "./received.js";
import { answerBytes, writeAnswer, writeHead } from "./write-answer.js";

/** A slow body comes in so many pieces. */
const PIECES = 10;

/** Sends an answer the way a rule wants: late, slowly, in part, or not at all. */
export async function deliver(
  response: ServerResponse,
  request: Received,
  outcome: Outcome,
): Promise<void> {
  const { delayMs = 0, bodyDelayMs = 0, fault } = outcome.effects ?? {};
  if (delayMs > 0) await wait(delayMs, response);
  if (response.destroyed) return;
  switch (fault) {
    case "reset":
      return reset(response);
    case "empty":
      response.socket?.destroySoon();
      return;
    case "stall":
      return;
    case "truncate":
      return truncate(response, request, outcome);
    default:
  }
  if (bodyDelayMs > 0) await dribble(response, request, outcome, bodyDelayMs);
  else writeAnswer(response, request, outcome);
}

function reset({ socket }: ServerResponse): void {
  try {
    socket?.resetAndDestroy();
  } catch {
    // Below TLS there is no telling the operating system to reset.
    socket?.destroy();
  }
}

/** Promises a whole body and sends half of it. */
function truncate(response: ServerResponse, request: Received, outcome: Outcome): void {
  const bytes = answerBytes(outcome) ?? Buffer.alloc(0);
  writeHead(response, request, outcome, Math.max(bytes.length, 2));
  const half = bytes.subarray(0, bytes.length / 2);
  const close = (): void => response.socket?.destroySoon();
  if (half.length > 0) response.write(half, close);
  else {
    response.flushHeaders();
    close();
  }
}

async function dribble(
  response: ServerResponse,
  request: Received,
  outcome: Outcome,
  ms: number,
): Promise<void> {
  const bytes = answerBytes(outcome);
  writeHead(response, request, outcome, bytes?.length);
  if (!bytes || bytes.length === 0 || request.method === "HEAD") {
    response.end();
    return;
  }
  response.flushHeaders();
  const size = Math.ceil(bytes.length / PIECES);
  const pieces = Math.ceil(bytes.length / size);
  for (let piece = 0; piece < pieces; piece += 1) {
    await wait(ms / pieces, response);
    if (response.destroyed) return;
    response.write(bytes.subarray(piece * size, (piece + 1) * size));
  }
  response.end();
}

/** Waits, but no longer than the client does. */
async function wait(ms: number, response: ServerResponse): Promise<void> {
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off("close", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    response.once("close", done);
  });
}
