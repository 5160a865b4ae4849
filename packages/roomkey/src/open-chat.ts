import type { ChatProvider, OpenOptions } from "./provider.js";
import { type OpenSession, refreshable } from "./refresh.js";
import type { AnySession } from "./session.js";

/**
 * Opens a room and gives the session.
 *
 * @example
 * const session = await openChat(ibmVideo({ channelId: "1234", accessToken }));
 * @throws ChatError of the class that the failure asks for; the caller's own abort untouched.
 */
export async function openChat<Session extends AnySession>(
  provider: ChatProvider<Session>,
  options: OpenOptions = {},
): Promise<OpenSession<Session>> {
  options.signal?.throwIfAborted();
  const session = await provider.open(options);
  // A renewal outlives the signal of the opening that it repeats.
  const { signal: _, ...again } = options;
  return refreshable(session, () => openChat(provider, again));
}
