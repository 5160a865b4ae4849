import type { BlendVisionClientOptions } from "@roomkey/blendvision";
import { normalizeBaseUrl, type TokenSource } from "@roomkey/http";
import { type ChatProvider, defineProvider } from "../provider.js";
import { openBlendvision } from "./open.js";
import type { BlendVisionSession } from "./session.js";

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
  if (options.baseUrl !== undefined) normalizeBaseUrl(options.baseUrl);
  return defineProvider<BlendVisionSession>({
    name: "blendvision",
    open: (openOptions) => openBlendvision(clientOptions, expiresAt, openOptions),
  });
}
