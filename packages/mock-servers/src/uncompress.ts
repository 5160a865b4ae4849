import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { TOO_LARGE } from "./read-body.js";
import type { Received } from "./received.js";

const DECODERS = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
} as const;

/**
 * Reads a compressed body, up to `limit` bytes of what was in it: a few kilobytes can hold gigabytes.
 * A body in a coding that is not known here is dropped, and so is a broken one.
 */
export async function uncompress(request: Received, limit: number): Promise<Received> {
  const coding = contentCoding(request);
  if (coding === "identity" || request.body === TOO_LARGE || request.body.length === 0) {
    return request;
  }
  const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding as keyof typeof DECODERS] : null;
  const empty = Buffer.alloc(0);
  if (!decode) return { ...request, body: empty, unreadable: "unknown-coding" };
  try {
    return { ...request, body: await decode(request.body, { maxOutputLength: limit }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      return { ...request, body: TOO_LARGE };
    }
    return { ...request, body: empty, unreadable: "broken" };
  }
}

/** In lower case; `identity` for a body that is not compressed. */
export function contentCoding({ headers }: Pick<Received, "headers">): string {
  return headers["content-encoding"]?.trim().toLowerCase() || "identity";
}
