import { hasBrand } from "./brand.js";
import type { Outgoing } from "./outgoing.js";

/** What came of a body. */
export interface ReadBody {
  readonly parts: Uint8Array[];
  size: number;
  /** What ended it too early, if anything did, and what led to that. */
  problem: string | undefined;
  cause: unknown;
}

/** Reads a body to its end, as far as it comes and the limit allows. */
export async function readBody(
  outgoing: Outgoing,
  body: ReadableStream<Uint8Array> | null,
): Promise<ReadBody> {
  const read: ReadBody = { parts: [], size: 0, problem: undefined, cause: undefined };
  if (!body) return read;
  const { maxResponseBytes: limit = 5_000_000 } = outgoing.options;
  const reader = body.getReader();
  const next = (): ReturnType<typeof reader.read> => reader.read();
  try {
    for (;;) {
      const { value } = await outgoing.wait(next);
      if (!value) return read;
      if (read.size + value.length > limit) break;
      read.parts.push(value);
      read.size += value.length;
    }
    read.problem = `the body is larger than ${limit} bytes`;
  } catch (cause) {
    read.problem = `the body broke off after ${read.size} bytes`;
    read.cause = cause;
  }
  // Not waited for: whoever sends too much may also never end.
  reader.cancel().catch(() => {});
  if (outgoing.isOver || hasBrand(read.cause)) throw read.cause;
  return read;
}
