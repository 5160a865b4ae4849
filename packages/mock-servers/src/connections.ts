import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { Server as TlsServer } from "node:tls";

/** How long requests that are under way may take to finish when a server stops. */
const GRACE_MS = 500;

/** Knows the open connections of a server and the requests that are being answered on each. */
export class Connections {
  readonly #server: Server;
  readonly #underWay = new Map<Duplex, Set<IncomingMessage>>();
  readonly #plain = new Set<Duplex>();
  #stopping = false;

  constructor(server: Server) {
    this.#server = server;
    // Over TLS, requests come on the socket that has shaken hands, and the one below holds the port.
    server.on("connection", (socket) => {
      this.#plain.add(socket);
      socket.once("close", () => this.#plain.delete(socket));
    });
    server.on(server instanceof TlsServer ? "secureConnection" : "connection", (socket: Duplex) => {
      this.#underWay.set(socket, new Set());
      socket.once("close", () => this.#underWay.delete(socket));
    });
    server.on("request", (request, response) => this.#watch(request, response));
  }

  /** Closes the port and idle connections at once, busy ones as soon as they have answered. */
  async close(): Promise<void> {
    this.#stopping = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const [socket, requests] of this.#underWay) if (requests.size === 0) socket.destroy();
    const timer = setTimeout(() => {
      this.#server.closeAllConnections();
      for (const socket of this.#plain) socket.destroy();
    }, GRACE_MS);
    await closed;
    clearTimeout(timer);
  }

  /** Waits for the answers to requests that came in whole on a connection. */
  async answered(socket: Duplex): Promise<void> {
    const isWhole = ({ complete }: IncomingMessage): boolean => complete;
    while ([...(this.#underWay.get(socket) ?? [])].some(isWhole)) {
      await new Promise((resolve) => socket.once(ANSWERED, resolve));
    }
  }

  #watch(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const requests = this.#underWay.get(socket);
    requests?.add(request);
    response.once("close", () => {
      requests?.delete(request);
      socket.emit(ANSWERED);
      if (this.#stopping && requests?.size === 0) socket.destroySoon();
    });
  }
}

const ANSWERED: unique symbol = Symbol("a request on this connection is answered");
