import { type ChatProvider, defineProvider } from "roomkey";
import { createPlazaClient, type PlazaClientOptions } from "./client.js";
import { type PlazaSession, plazaSession } from "./session.js";

/** Options of `plaza`: which room, as whom, and the options of `createPlazaClient`. */
export interface PlazaOptions extends PlazaClientOptions {
  readonly roomSlug: string;
  /** What the others see. Default: Plaza makes one up. */
  readonly nickname?: string;
}

/**
 * A room on Plaza, for `openChat`.
 *
 * @throws ConfigurationError when `baseUrl` cannot be used.
 */
export function plaza(options: PlazaOptions): ChatProvider<PlazaSession> {
  const { roomSlug, nickname, ...clientOptions } = options;
  const client = createPlazaClient(clientOptions);
  const input = { path: { roomSlug }, body: nickname === undefined ? {} : { nickname } };
  return defineProvider<PlazaSession>({
    name: "plaza",
    open: async (openOptions) => plazaSession(await client.enterRoom(input, openOptions)),
  });
}
