import type { IncomingMessage } from "node:http";
import type { TOO_LARGE } from "./read-body.js";

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  /** The request target: path and query, still encoded. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | typeof TOO_LARGE;
  /** Why a compressed body was dropped. */
  readonly unreadable?: "unknown-coding" | "broken";
  /** A page of an origin that may not read the answer: no CORS headers for it. */
  readonly foreign?: boolean;
}

/** The headers of a request, each as one string. */
export function flattenHeaders(request: IncomingMessage): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}
