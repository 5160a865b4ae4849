import type { ChatProvider, OpenOptions } from "./provider.js";
import type { ChatSession } from "./session.js";

/**
 * Opens a room and gives the session.
 *
 * @example
 * const session = await openChat(ibmVideo({ channelId: "1234", accessToken }));
 * @throws ChatError of the class that the failure asks for; the caller's own abort untouched.
 */
export async function openChat<Session extends ChatSession>(
  provider: ChatProvider<Session>,
  options: OpenOptions = {},
): Promise<Session> {
  return provider.open(options);
}
