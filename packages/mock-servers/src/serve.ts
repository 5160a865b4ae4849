import type { IncomingMessage, ServerResponse } from "node:http";
import { answerRequest } from "./answer-request.js";
import type { JournalEntry } from "./journal.js";
import { maskHeaders } from "./mask.js";
import type { MockApi } from "./mock-api.js";
import type { Outcome } from "./outcome.js";
import { outside } from "./outcome.js";
import { problem } from "./problem.js";
import type { ProviderInfo } from "./providers.js";
import { readBody } from "./read-body.js";
import type { Received } from "./received.js";
import { flattenHeaders } from "./received.js";
import { writeAnswer } from "./write-answer.js";

export interface ServeOptions {
  readonly info: ProviderInfo;
  readonly api: MockApi;
  /** Called for each request, before its answer is sent. */
  readonly onRequest: (entry: JournalEntry) => void;
}

/** Reads one request, answers it, and tells about both. */
export async function serve(
  { info, api, onRequest }: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, api.bodyLimit);
  const at = new Date();
  const start = performance.now();
  const { method = "", url = "" } = request;
  const received: Received = { method, target: url, headers: flattenHeaders(request), body };
  const outcome = isWithoutHost(request) ? NO_HOST : await answerRequest(api, received);
  const { operationId, status, violations, forced } = outcome;
  onRequest({
    provider: info.provider,
    operationId,
    method,
    path: url,
    headers: maskHeaders(received.headers),
    body: Buffer.isBuffer(body) ? body.toString("utf8") : "",
    status,
    violations,
    forced,
    at,
    durationMs: performance.now() - start,
  });
  writeAnswer(response, received, outcome);
}

/** Answers when there is still someone to be answered; a client that went away is not. */
export function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!request.complete || response.headersSent) {
    response.destroy();
    return;
  }
  const { method = "" } = request;
  const answer = outside(problem("internal", 500, String(error)));
  writeAnswer(response, { method, headers: flattenHeaders(request) }, answer);
}

const NO_HOST: Outcome = outside(problem("bad-request", 400, "HTTP/1.1 asks for a Host header"));

function isWithoutHost({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === "1.1" && headers.host === undefined;
}
