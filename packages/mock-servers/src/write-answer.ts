import type { ServerResponse } from "node:http";
import { corsHeaders } from "./cors.js";
import type { Outcome } from "./outcome.js";
import type { Received } from "./received.js";
import { serialise } from "./serialise.js";
import { VIOLATIONS_HEADER, violationsHeader } from "./violations-header.js";

/** Sends an answer; HEAD gets the headers only. */
export function writeAnswer(
  response: ServerResponse,
  request: Pick<Received, "method" | "headers">,
  { status, headers, body, violations }: Outcome,
): void {
  const bytes = Buffer.from(serialise(body, headers["content-type"]));
  const answer = {
    ...headers,
    ...(violations.length > 0 && { [VIOLATIONS_HEADER]: violationsHeader(violations) }),
  };
  response.writeHead(status, {
    ...answer,
    ...corsHeaders(request.headers, answer),
    ...(mayHaveBody(status) && { "content-length": String(bytes.length) }),
  });
  // Node itself leaves the body out for HEAD, 204 and 304.
  response.end(mayHaveBody(status) ? bytes : undefined);
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 304;
}
