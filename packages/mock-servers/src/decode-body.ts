import { isUtf8 } from "node:buffer";
import { decodeForm } from "./decode-form.js";
import type { Operation } from "./operations.js";
import type { Violation, ViolationKind } from "./violation.js";
import { violation } from "./violation.js";

export const FORM = "application/x-www-form-urlencoded";

export interface DecodedBody {
  /** Undefined when there is no body, or none that could be decoded. */
  readonly value?: unknown;
  /** The documented media type that the body was read as. */
  readonly mediaType?: string;
  readonly violations: readonly Violation[];
}

/** Turns the bytes of a body into a value, as the media types of the operation say. */
export function decodeBody(
  operation: Operation,
  contentType: string | undefined,
  bytes: Buffer,
): DecodedBody {
  if (bytes.length === 0) return { violations: [] };
  if (!operation.body) return refuse("media-type", "Request body is not documented, send none");
  const mediaType = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const fields = operation.body.mediaTypes.get(mediaType);
  if (!fields) {
    const known = [...operation.body.mediaTypes.keys()].join(" or ");
    const sent = mediaType === "" ? "no content type is sent" : `${mediaType} is sent`;
    return refuse("media-type", `Request content type must be ${known}, ${sent}`);
  }
  if (!isUtf8(bytes)) return refuse("undecodable", "Request body is not valid UTF-8");
  const text = bytes.toString("utf8");
  if (mediaType === FORM) return { mediaType, ...decodeForm(text, fields) };
  if (!isJson(mediaType)) return { mediaType, value: text, violations: [] };
  try {
    return { mediaType, value: JSON.parse(text), violations: [] };
  } catch (error) {
    // The parser's own message quotes the body, which may hold a secret: only the place is kept.
    const place = /at position \d+|end of JSON input/.exec(String(error))?.[0];
    return refuse("undecodable", `Request body is not valid JSON${place ? ` (${place})` : ""}`);
  }
}

export function isJson(mediaType: string): boolean {
  return /^application\/([^;]+\+)?json\b/i.test(mediaType);
}

function refuse(kind: ViolationKind, message: string): DecodedBody {
  return { violations: [violation(kind, message)] };
}
