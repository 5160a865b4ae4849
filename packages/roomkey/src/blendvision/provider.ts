import { type BlendVisionClientOptions, createBlendVisionClient } from "@roomkey/blendvision";
import type { TokenSource } from "@roomkey/http";
import { firstFailureAborts } from "../first-failure-aborts.js";
import type { ChatProvider } from "../provider.js";
import { type BlendVisionSession, blendvisionSession } from "./session.js";

/** Options of `blendvision`: the chatroom token, and the options of `createBlendVisionClient`. */
export interface BlendVisionOptions extends BlendVisionClientOptions {
  /** Chatroom token of a viewer or an admin; it says which chatroom is opened. */
  readonly chatroomToken: TokenSource;
  /** When the chatroom token was issued to expire, where you know it. */
  readonly expiresAt?: Date;
}

/**
 * The chatroom that a chatroom token belongs to, on BlendVision One, for `openChat`.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom
 * @throws ConfigurationError when `baseUrl` cannot be used.
 */
export function blendvision(options: BlendVisionOptions): ChatProvider<BlendVisionSession> {
  const { expiresAt, ...clientOptions } = options;
  const client = createBlendVisionClient(clientOptions);
  return {
    name: "blendvision",
    async open(openOptions) {
      const [{ chatroom }, config] = await firstFailureAborts(openOptions.signal, (signal) => [
        client.getChatroom({}, { signal }),
        client.getChatroomConfig({}, { signal }),
      ]);
      return blendvisionSession({ chatroom, config }, expiresAt);
    },
  };
}
