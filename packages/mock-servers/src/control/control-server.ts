import type { IncomingMessage, ServerResponse } from "node:http";
import { TLSSocket } from "node:tls";
import { corsHeaders, isPreflight, preflight } from "../cors.js";
import type { Place } from "../place.js";
import { DEFAULT_SESSION } from "../place.js";
import { problem } from "../problem.js";
import { readBody, TOO_LARGE } from "../read-body.js";
import { flattenHeaders } from "../received.js";
import type { Session } from "../session.js";
import type { Sessions } from "../sessions.js";
import { splitTarget } from "../target.js";
import type { ControlAccess } from "./control-access.js";
import { refuseCaller } from "./control-access.js";
import { ControlError } from "./control-error.js";
import type { ControlAnswer, ControlCall, ControlRoute } from "./control-route.js";
import { findControlRoute } from "./find-route.js";
import { ROUTES } from "./routes.js";

/** Snapshots are the largest bodies. */
const BODY_LIMIT = 16 * 1024 * 1024;

type ControlPlace = Extract<Place, { kind: "control" }>;
type Headers = Readonly<Record<string, string>>;

export interface ControlServerOptions {
  readonly sessions: Sessions;
  readonly access: ControlAccess;
  readonly isReady: () => boolean;
}

/** Answers what comes in under `/__roomkey`. */
export class ControlServer {
  readonly #options: ControlServerOptions;
  readonly #streams = new Set<() => void>();

  constructor(options: ControlServerOptions) {
    this.#options = options;
  }

  async serve(
    place: ControlPlace,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const headers = flattenHeaders(request);
    const method = request.method ?? "";
    const body = await readBody(request, BODY_LIMIT);
    if (isPreflight({ method, headers, target: place.target, body: Buffer.alloc(0) })) {
      const { status, headers: allowed } = preflight(headers, ["GET", "POST", "PUT", "DELETE"]);
      return this.#write(response, headers, { status }, allowed);
    }
    const answer = await this.#answer(place, request, headers, body);
    this.#write(response, headers, answer, answer.headers);
  }

  /** Ends the streams that would keep a server from stopping. */
  stop(): void {
    for (const end of this.#streams) end();
  }

  async #answer(
    { target, session }: ControlPlace,
    request: IncomingMessage,
    headers: Headers,
    body: Buffer | typeof TOO_LARGE,
  ): Promise<ControlAnswer & { readonly headers?: Headers }> {
    const { path, query } = splitTarget(target);
    const found = findControlRoute(ROUTES, request.method ?? "", path);
    const open = found.kind === "route" && found.route.open === true;
    const caller = { address: request.socket.remoteAddress, headers };
    const refused = open ? undefined : refuseCaller(this.#options.access, caller);
    if (refused) return refused;
    if (found.kind === "unknown-path") {
      const hint = "GET /__roomkey/openapi.json lists what there is";
      return problem("control", 404, `The control API has no ${path}; ${hint}`);
    }
    if (found.kind === "unknown-method") {
      const allow = found.allow.join(", ");
      return problem("control", 405, `${path} takes ${allow}`, { allow });
    }
    try {
      const call: ControlCall = {
        ...this.#options,
        routes: ROUTES,
        session: this.#session(session ?? headers["x-roomkey-session"] ?? DEFAULT_SESSION),
        params: found.params,
        query: readQuery(found.route, query),
        headers,
        body: readJson(found.route, headers, body),
        baseUrl: `${isTls(request) ? "https" : "http"}://${headers.host ?? "localhost"}/__roomkey`,
      };
      return await found.route.handle(call);
    } catch (error) {
      if (!(error instanceof ControlError)) throw error;
      const refusal = problem("control", error.status, error.message);
      if (error.errors.length === 0) return refusal;
      return { ...refusal, body: { ...refusal.body, errors: error.errors } };
    }
  }

  #session(name: string): Session {
    const found = this.#options.sessions.find(name);
    if (!found.ok) throw new ControlError(found.reason);
    return found.session;
  }

  #write(
    response: ServerResponse,
    request: Headers,
    { status, type, body, stream }: ControlAnswer,
    extra: Headers = {},
  ): void {
    const text = body === undefined ? "" : type ? String(body) : `${JSON.stringify(body)}\n`;
    const contentType = type ?? extra["content-type"] ?? "application/json";
    const answer = {
      "cache-control": "no-store",
      ...extra,
      ...((stream !== undefined || text !== "") && { "content-type": contentType }),
    };
    response.writeHead(status, { ...answer, ...corsHeaders(request, answer) });
    if (!stream) {
      response.end(text);
      return;
    }
    response.flushHeaders();
    const end = stream(response);
    const done = (): void => {
      end();
      this.#streams.delete(done);
      response.end();
    };
    this.#streams.add(done);
    response.once("close", done);
  }
}

function isTls({ socket }: IncomingMessage): boolean {
  return socket instanceof TLSSocket;
}

/** A misspelt parameter would otherwise widen what is asked for, unseen. */
function readQuery(route: ControlRoute, text: string): URLSearchParams {
  const query = new URLSearchParams(text);
  const known = (route.query ?? []).map(({ name }) => name);
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    const list = known.length > 0 ? `only ${known.join(", ")}` : "nor any other";
    throw new ControlError(`${route.path} knows no query parameter ${name}, ${list}`);
  }
  return query;
}

function readJson(route: ControlRoute, headers: Headers, body: Buffer | typeof TOO_LARGE): unknown {
  if (!route.body) return undefined;
  if (body === TOO_LARGE) throw new ControlError(`The limit is ${BODY_LIMIT} bytes`, 413);
  if (body.length === 0) return undefined;
  // Pages of other origins may send text/plain without asking first, but not JSON.
  if (!/^application\/json\b/i.test(headers["content-type"] ?? "")) {
    throw new ControlError("The control API reads application/json", 415);
  }
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new ControlError("The body is not valid JSON");
  }
}
