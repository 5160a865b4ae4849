import type { IncomingMessage, ServerResponse } from "node:http";
import type { ControlServer } from "./control/control-server.js";
import { isForeign } from "./cors.js";
import { deliver } from "./deliver.js";
import type { Outcome } from "./outcome.js";
import { outside } from "./outcome.js";
import type { Place } from "./place.js";
import { DEFAULT_SESSION, findPlace } from "./place.js";
import { problem } from "./problem.js";
import type { Provider } from "./providers.js";
import { PROVIDERS } from "./providers.js";
import { readBody } from "./read-body.js";
import type { Received } from "./received.js";
import { flattenHeaders } from "./received.js";
import type { Sessions } from "./sessions.js";
import { writeAnswer } from "./write-answer.js";

export interface ServeOptions {
  /** Whose port it is; undefined where both providers share one. */
  readonly provider?: Provider | undefined;
  readonly sessions: Sessions;
  readonly control: ControlServer;
  /** Of request bodies, in bytes. */
  readonly bodyLimit: number;
  /** Origins whose pages may read answers. Default: `any`. */
  readonly cors?: "any" | "none" | readonly string[];
}

/** The request header that names a session, for clients whose base URL cannot. */
export const SESSION_HEADER = "x-roomkey-session";

/** Reads one request and answers it. */
export async function serve(
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url = "" } = request;
  const place = findPlace(url, options.provider);
  if (place.kind === "control") return options.control.serve(place, request, response);
  const body = await readBody(request, options.bodyLimit);
  const headers = flattenHeaders(request);
  const foreign = isForeign(options.cors ?? "any", headers.origin);
  const received: Received = { method, target: place.target, headers, body, foreign };
  const outcome = await answer(options, place, received, isWithoutHost(request));
  await deliver(response, received, outcome);
}

async function answer(
  { sessions }: ServeOptions,
  place: Exclude<Place, { kind: "control" }>,
  received: Received,
  withoutHost: boolean,
): Promise<Outcome> {
  const found = sessions.find(place.session ?? received.headers[SESSION_HEADER] ?? DEFAULT_SESSION);
  if (!found.ok) return outside(problem("session", 400, found.reason));
  const { session } = found;
  const provider = place.kind === "provider" ? place.provider : null;
  if (withoutHost) return session.refuse(provider, received, NO_HOST);
  if (provider === null) return session.refuse(provider, received, nowhere(place.target));
  return session.answer(provider, received);
}

/** Answers when there is still someone to be answered; a client that went away is not. */
export function failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (!request.complete || response.headersSent) {
    response.destroy();
    return;
  }
  const { method = "" } = request;
  const detail = error instanceof Error ? error.message : String(error);
  const failure = outside(problem("internal", 500, detail));
  writeAnswer(response, { method, headers: flattenHeaders(request) }, failure);
}

const NO_HOST: Outcome = outside(problem("bad-request", 400, "HTTP/1.1 asks for a Host header"));

function isWithoutHost({ httpVersion, headers }: IncomingMessage): boolean {
  return httpVersion === "1.1" && headers.host === undefined;
}

function nowhere(target: string): Outcome {
  const prefixes = PROVIDERS.map(({ prefix }) => prefix).join(" or ");
  const detail = `On this port, paths start with ${prefixes} (or /__roomkey), not ${target}`;
  return outside(problem("unknown-path", 404, detail));
}
