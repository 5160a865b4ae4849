import { expect } from "vitest";
import type { ChatError, ClientOptions } from "../../src/index.js";
import { ROOM, testClient } from "../support.js";
import { type Behaviour, type HostileServer, hostileServer } from "./hostile-server.js";

/** The body that the fixture table promises. */
export const GOOD = JSON.stringify(ROOM);

/** Long enough for a loaded machine, short enough to show that something hung. */
export const BOUND_MS = 8_000;

/** How a call ended. */
export interface Ending {
  readonly data?: unknown;
  readonly error?: ChatError & Readonly<Record<string, unknown>>;
  readonly tookMs: number;
  readonly requests: readonly string[];
}

/** One call of `listRooms` (a GET) over the real global fetch, against the given behaviours. */
export async function ending(
  behaviours: Behaviour | readonly Behaviour[],
  options: ClientOptions = {},
): Promise<Ending> {
  await using server = await hostileServer(...[behaviours].flat());
  // Awaited here: the server goes when this function ends.
  return await endingAt(server, options);
}

/** The same against a server that is there already. */
export async function endingAt(
  server: HostileServer,
  options: ClientOptions = {},
): Promise<Ending> {
  const client = testClient({ baseUrl: server.baseUrl, fetch: releasing(server), ...options });
  const startedAt = performance.now();
  const outcome = await client.listRooms().then(
    (data) => ({ data }),
    (error: ChatError & Record<string, unknown>) => ({ error }),
  );
  const tookMs = performance.now() - startedAt;
  expect(tookMs).toBeLessThan(BOUND_MS);
  return { ...outcome, tookMs, requests: server.requests };
}

/** The global fetch, which tells the server when the client has seen its headers. */
function releasing(server: HostileServer): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await globalThis.fetch(input, init);
    server.release();
    return response;
  };
}
