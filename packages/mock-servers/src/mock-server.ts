import { createServer } from "node:http";
import { Connections } from "./connections.js";
import { listen } from "./listen.js";
import { answerMalformed } from "./malformed.js";
import type { ServeOptions } from "./serve.js";
import { failed, serve } from "./serve.js";

/** One mocked API on one port. */
export interface MockServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface MockServerOptions extends ServeOptions {
  readonly host: string;
  readonly port: number;
}

/** @throws {PortTakenError} when the port is in use. */
export async function startMockServer(options: MockServerOptions): Promise<MockServer> {
  const { info, host, port } = options;
  const server = createServer({
    // Node's own answer to a missing Host header is empty; ours says what is missing.
    requireHostHeader: false,
    // A client that uses a connection in the moment it is closed sees a reset, and who tests an app
    // would look for the fault there.
    keepAliveTimeout: 60_000,
  });
  // Who sends a request and then closes its half of the connection (`nc`) still waits for an answer.
  Object.assign(server, { httpAllowHalfOpen: true });
  const connections = new Connections(server);
  answerMalformed(server, connections);
  server.on("request", (request, response) => {
    serve(options, request, response).catch((error: unknown) => failed(request, response, error));
  });
  const url = await listen(server, info, host, port);
  return { url, close: () => connections.close() };
}
