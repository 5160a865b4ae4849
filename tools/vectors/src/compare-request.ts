import { isDeepStrictEqual } from "node:util";
import { isSameTime } from "./same-time.js";
import type { Vector } from "./vector.js";

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  /** Undecoded. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

export interface Comparison {
  /** Whether path and body are the same bytes, not only the same for a server. */
  readonly exact: boolean;
  /** What is wrong, for people to read; nothing where a server reads the same. */
  readonly differences: readonly string[];
}

/** Holds what a client sent against what the vector says. */
export function compareRequest({ request }: Vector, seen: SeenRequest): Comparison {
  const differences: string[] = [];
  const differ = (what: string, sent: unknown, wanted: unknown): void => {
    differences.push(`${what} is ${JSON.stringify(sent)}, not ${JSON.stringify(wanted)}`);
  };
  const { body = "" } = request;
  if (seen.method !== request.method) differ("method", seen.method, request.method);
  if (decodePath(seen.path) !== decodePath(request.path)) differ("path", seen.path, request.path);
  for (const [name, value] of Object.entries(request.headers)) {
    const sent = String(seen.headers[name] ?? "");
    if (name === "content-type" ? mediaType(sent) !== value : sent !== value) {
      differ(name, sent, value);
    }
  }
  if (!sameBody(request.headers["content-type"], seen.body, body)) differ("body", seen.body, body);
  return { exact: seen.path === request.path && seen.body === body, differences };
}

/** Two spellings of one path; an escaped slash stays different from a slash. */
function decodePath(path: string): string {
  return path.split("/").map(decodeSegment).join("/");
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll("/", "%2F");
  } catch {
    return segment;
  }
}

function mediaType(value: string): string {
  return value.split(";")[0]?.trim().toLowerCase() ?? "";
}

function sameBody(type: string | undefined, seen: string, wanted: string): boolean {
  if (seen === wanted) return true;
  if (type === "application/x-www-form-urlencoded") {
    return isDeepStrictEqual(fields(seen), fields(wanted));
  }
  try {
    return sameJson(JSON.parse(seen), JSON.parse(wanted));
  } catch {
    return false;
  }
}

/** The same members with the same values; a time may be another text for the same time. */
function sameJson(seen: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null || typeof seen !== "object" || seen === null) {
    return seen === wanted || isSameTime(wanted, seen);
  }
  if (Array.isArray(seen) !== Array.isArray(wanted)) return false;
  const names = Object.keys(wanted);
  const [ours, theirs] = [wanted, seen] as Record<string, unknown>[];
  return (
    names.length === Object.keys(seen).length &&
    names.every((name) => Object.hasOwn(seen, name) && sameJson(theirs?.[name], ours?.[name]))
  );
}

/** The values of each field in their order; the order of the fields says nothing. */
function fields(form: string): ReadonlyMap<string, readonly string[]> {
  const values = new URLSearchParams(form);
  return new Map([...values.keys()].sort().map((name) => [name, values.getAll(name)]));
}
