/** What came of a body. */
export interface ReadBody {
  readonly parts: Uint8Array[];
  size: number;
  /** What ended it too early, if anything did, and what led to that. */
  problem: string | undefined;
  cause: unknown;
}

/** Reads a body to its end, as far as it comes, the limit allows, and nobody aborts it. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
  signal: AbortSignal | null | undefined,
): Promise<ReadBody> {
  const read: ReadBody = { parts: [], size: 0, problem: undefined, cause: undefined };
  if (!body) return read;
  const reader = body.getReader();
  try {
    for (;;) {
      const { value } = await reader.read();
      signal?.throwIfAborted();
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
  signal?.throwIfAborted();
  return read;
}
