import type { IncomingMessage } from "node:http";

/** More than `limit` bytes were sent. */
export const TOO_LARGE: unique symbol = Symbol("the body is larger than the limit");

/**
 * Collects the body of a request, up to `limit` bytes. What comes after the limit is read and
 * dropped, so that the client gets to see the answer instead of a broken connection.
 *
 * @throws when the client goes away before it has sent everything.
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | typeof TOO_LARGE> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve(TOO_LARGE);
    });
    request.on("end", () => resolve(Buffer.concat(chunks, length)));
    request.on("error", reject);
  });
}
