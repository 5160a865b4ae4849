import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Server as TlsServer } from "node:tls";
import type { PortUse } from "./port-taken-error.js";
import { PortTakenError } from "./port-taken-error.js";

/**
 * Opens a port; 0 takes a free one.
 *
 * @returns the base URL at which the server can be reached from this machine.
 * @throws {PortTakenError} when another program listens there.
 */
export async function listen(
  server: Server,
  use: PortUse,
  host: string,
  port: number,
): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortTakenError(use, host, port, error) : error);
    });
    server.listen({ host, port, exclusive: true }, resolve);
  });
  const { port: opened } = server.address() as AddressInfo;
  const scheme = server instanceof TlsServer ? "https" : "http";
  return `${scheme}://${reachable(host)}:${opened}`;
}

/** Addresses that mean "every one of this machine" cannot be called everywhere. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
