import type { MockServersOptions } from "./options.js";
import { RemoteMocks } from "./remote-mocks.js";
import { startMockServers } from "./start-mock-servers.js";

/** Tells test workers where the servers are that the run has started. */
export const URL_VARIABLE = "ROOMKEY_MOCKS_URL";

/**
 * Starts the servers for a whole test run, on one port, and leaves their address in the environment.
 *
 * @returns what stops them.
 */
export async function startShared(options: MockServersOptions = {}): Promise<() => Promise<void>> {
  const mocks = await startMockServers({ port: 0, ...options });
  process.env[URL_VARIABLE] = new URL(mocks.controlUrl).origin;
  return () => mocks.stop();
}

/** @throws {Error} when the run has started no servers. */
export function connectShared(session: string): RemoteMocks {
  const origin = process.env[URL_VARIABLE];
  if (origin) return new RemoteMocks(origin, session, process.env.ROOMKEY_MOCKS_CONTROL_TOKEN);
  throw new Error(
    `${URL_VARIABLE} is not set: name @roomkey/mock-servers/vitest or /playwright as globalSetup`,
  );
}
