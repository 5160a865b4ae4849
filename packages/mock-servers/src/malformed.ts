import type { Server } from "node:http";
import type { Duplex } from "node:stream";
import type { Connections } from "./connections.js";
import { problem } from "./problem.js";

/** How long a client may leave its half of a connection open after it sent rubbish. */
const LINGER_MS = 1000;

/**
 * Answers what is not HTTP, or not enough of it to be a request, and closes the connection. Requests
 * that came before the rubbish are answered first.
 */
export function answerMalformed(server: Server, connections: Connections): void {
  const seen = new WeakSet<Duplex>();
  const refuse = async (socket: Duplex, status: number, detail: string): Promise<void> => {
    // Node tells about each chunk that follows the rubbish as well.
    if (seen.has(socket)) return;
    seen.add(socket);
    await connections.answered(socket);
    if (socket.writable) end(socket, status, detail);
    else socket.destroy();
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const { code = "" } = error;
    if (code === "ECONNRESET") socket.destroy();
    else if (code === "HPE_HEADER_OVERFLOW") void refuse(socket, 431, "Its headers are too large");
    else if (code === "ERR_HTTP_REQUEST_TIMEOUT") void refuse(socket, 408, "It came too slowly");
    else void refuse(socket, 400, `It could not be parsed (${code || error.message})`);
  });
  server.on("connect", (_request, socket) => void refuse(socket, 405, "CONNECT is for proxies"));
}

const REASONS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  405: "Method Not Allowed",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

function end(socket: Duplex, status: number, detail: string): void {
  const { headers, body } = problem("bad-request", status, detail);
  const text = JSON.stringify(body);
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\n` +
      `content-type: ${headers["content-type"]}\r\n` +
      `content-length: ${Buffer.byteLength(text)}\r\n` +
      `connection: close\r\n\r\n${text}`,
  );
  // Closing at once could take the answer back: a reset overtakes what the client has not read.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
