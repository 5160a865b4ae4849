import type { Socket } from "node:net";
import type { Behaviour } from "./hostile-server.js";

/** The pieces of an answer: text, bytes, or the end of a line. */
type Piece = string | Uint8Array;

const bytesOf = (piece: Piece): Uint8Array => Buffer.from(piece as string, "latin1");

/** An answer as text: status line, headers, body, as they stand and with nothing added. */
export const raw = (status: string, headers: readonly string[], body: Piece = ""): Uint8Array =>
  Buffer.concat([
    bytesOf(`${[`HTTP/1.1 ${status}`, ...headers].join("\r\n")}\r\n\r\n`),
    bytesOf(body),
  ]);

/** A correct answer, which leaves the connection open. */
export const answer = (status: string, body: Piece, ...headers: readonly string[]): Uint8Array => {
  const { length } = bytesOf(body);
  return raw(
    status,
    ["Content-Type: application/json", `Content-Length: ${length}`, ...headers],
    body,
  );
};

/** One chunk of a chunked body. */
export const chunk = (piece: Piece): Uint8Array =>
  Buffer.concat([
    bytesOf(`${bytesOf(piece).length.toString(16)}\r\n`),
    bytesOf(piece),
    bytesOf("\r\n"),
  ]);

/** Headers of a chunked answer. */
export const CHUNKED = ["Content-Type: application/json", "Transfer-Encoding: chunked"] as const;

/** Sends bytes and leaves the connection open. */
export const sends =
  (...pieces: readonly Piece[]): Behaviour =>
  (socket) =>
    socket.write(Buffer.concat(pieces.map(bytesOf)));

/** Sends bytes, then ends the connection properly. */
export const sendsAndEnds =
  (...pieces: readonly Piece[]): Behaviour =>
  (socket) =>
    socket.end(Buffer.concat(pieces.map(bytesOf)));

/** Sends bytes, and once the test knows that they have arrived, a TCP reset. */
export const sendsAndResets =
  (...pieces: readonly Piece[]): Behaviour =>
  async (socket, { released }) => {
    socket.write(Buffer.concat(pieces.map(bytesOf)));
    await released;
    socket.resetAndDestroy();
  };

export const resets: Behaviour = (socket) => socket.resetAndDestroy();

export const stalls: Behaviour = () => {};

/** Sends bytes, then one byte for each turn of the event loop, for ever. */
export const drips =
  (start: Piece, drip: Piece): Behaviour =>
  (socket) => {
    socket.write(bytesOf(start));
    const next = (): void => {
      if (!socket.destroyed) socket.write(bytesOf(drip), () => setImmediate(next));
    };
    next();
  };

/** Sends a head, then a piece so many times, as fast as the client takes it. */
export const repeats =
  (head: Piece, piece: Piece, times: number, after: Piece = ""): Behaviour =>
  async (socket) => {
    socket.write(bytesOf(head));
    const bytes = bytesOf(piece);
    for (let sent = 0; sent < times && !socket.destroyed; sent += 1) {
      if (!socket.write(bytes)) await drained(socket);
    }
    if (!socket.destroyed) socket.write(bytesOf(after));
  };

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off("drain", done).off("close", done);
      resolve();
    };
    socket.on("drain", done).on("close", done);
  });
}
