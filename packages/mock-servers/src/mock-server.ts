import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { Connections } from "./connections.js";
import { listen } from "./listen.js";
import { answerMalformed } from "./malformed.js";
import type { PortUse } from "./port-taken-error.js";
import type { ServeOptions } from "./serve.js";
import { failed, serve } from "./serve.js";

/** One port. */
export interface MockServer {
  readonly url: string;
  close(): Promise<void>;
}

/** A certificate and its key, in PEM. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

export interface MockServerOptions extends ServeOptions {
  readonly use: PortUse;
  readonly host: string;
  readonly port: number;
  /** Plain HTTP when undefined. */
  readonly tls?: Tls | undefined;
}

/** @throws {PortTakenError} when the port is in use. */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { use, host, port, tls } = options;
  const settings = {
    // Node's own answer to a missing Host header is empty; ours says what is missing.
    requireHostHeader: false,
    // A client that uses a connection in the moment it is closed sees a reset, and who tests an app
    // would look for the fault there.
    keepAliveTimeout: 60_000,
  };
  const server = tls ? createTlsServer({ ...settings, ...tls }) : createServer(settings);
  // Who sends a request and then closes its half of the connection (`nc`) still waits for an answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  const connections = new Connections(server);
  answerMalformed(server, connections);
  server.on("request", (request, response) => {
    serve(options, request, response).catch((error: unknown) => failed(request, response, error));
  });
  const url = await listen(server, use, host, port);
  return { url, close: () => connections.close() };
}
