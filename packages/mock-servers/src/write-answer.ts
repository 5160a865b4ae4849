import type { ServerResponse } from "node:http";
import { corsHeaders } from "./cors.js";
import type { Outcome } from "./outcome.js";
import type { Received } from "./received.js";
import { RULE_HEADER } from "./rule-header.js";
import { serialise } from "./serialise.js";
import { VIOLATIONS_HEADER, violationsHeader } from "./violations-header.js";

type Request = Pick<Received, "method" | "headers" | "foreign">;

/** Sends an answer; HEAD gets the headers only. */
export function writeAnswer(response: ServerResponse, request: Request, outcome: Outcome): void {
  const text = answerText(outcome);
  writeHead(response, request, outcome, text === undefined ? undefined : Buffer.byteLength(text));
  // Node itself leaves the body out for HEAD, 204 and 304. A string goes out with the headers in one
  // piece, which is faster than two.
  response.end(text);
}

/** The body of an answer; undefined when its status has none. */
export function answerBytes(outcome: Outcome): Buffer | undefined {
  const text = answerText(outcome);
  return text === undefined ? undefined : Buffer.from(text);
}

function answerText({ status, headers, body, text }: Outcome): string | undefined {
  if (status === 204 || status === 304) return undefined;
  return text ?? serialise(body, headers["content-type"]);
}

/** Sends the status and the headers. */
export function writeHead(
  response: ServerResponse,
  request: Request,
  outcome: Outcome,
  length: number | undefined,
): void {
  const headers = answerHeaders(request, outcome);
  response.writeHead(outcome.status, {
    ...headers,
    ...(length !== undefined && { "content-length": String(length) }),
  });
}

/** All headers of an answer but its length. */
export function answerHeaders(
  request: Request,
  { status, headers, violations, rule }: Outcome,
): Record<string, string> {
  // Who only looks at the violations shall not search the request for a fault that is not there.
  const answeredBy = rule !== undefined && status >= 400 ? [`Answered by the rule ${rule}`] : [];
  const listed = [...answeredBy, ...violations];
  const answer = {
    ...headers,
    ...(listed.length > 0 && { [VIOLATIONS_HEADER]: violationsHeader(listed) }),
    ...(rule !== undefined && { [RULE_HEADER]: rule }),
  };
  return { ...answer, ...corsHeaders(request.foreign ? {} : request.headers, answer) };
}
