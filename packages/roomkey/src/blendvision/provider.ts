import { type BlendVisionClientOptions, createBlendVisionClient } from "@roomkey/blendvision";
import type { Token, TokenRequest, TokenSource } from "@roomkey/http";
import { firstFailureAborts } from "../first-failure-aborts.js";
import { type ChatProvider, defineProvider } from "../provider.js";
import { viewerSecrets } from "../viewer-secrets.js";
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
  const { chatroomToken: source, expiresAt = null } = options;
  const client = createBlendVisionClient(options);
  return defineProvider<BlendVisionSession>({
    name: "blendvision",
    async open(openOptions) {
      let reader = client;
      let given = source as string | Token;
      if (typeof source === "function") {
        // Listened to, because it may know when its token expires; by each opening for itself,
        // because it may give another one the token of another viewer.
        const chatroomToken = async (request: TokenRequest) => (given = await source(request));
        reader = createBlendVisionClient({ ...options, chatroomToken });
      }
      const [{ chatroom }, config] = await firstFailureAborts(openOptions.signal, (signal) => [
        reader.getChatroom({}, { ...openOptions, signal }),
        reader.getChatroomConfig({}, { ...openOptions, signal }),
      ]);
      const token = typeof given === "string" ? { value: given } : given;
      const session = blendvisionSession({ chatroom, config }, token.expiresAt ?? expiresAt);
      viewerSecrets.set(session, { chatroomToken: token.value });
      return session;
    },
  });
}
