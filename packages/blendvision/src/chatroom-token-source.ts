import {
  type CachedTokenOptions,
  type ClientOptions,
  cachedToken,
  type TokenSource,
} from "@roomkey/http";
import { createBlendVisionClient } from "./client.js";

/** Options of `blendvisionRefreshToken`: the refresh token, the cache, the client. */
export interface BlendVisionRefreshTokenOptions extends ClientOptions, CachedTokenOptions {
  /** The refresh token that came with the chatroom token. A secret of this viewer. */
  readonly refreshToken: string;
}

/**
 * Chatroom tokens renewed with a refresh token, ahead of their expiry:
 * `blendvision({ chatroomToken: blendvisionRefreshToken({ refreshToken }) })`. The refresh token is
 * a viewer's own and may live in a browser. It is not documented to change when it is used.
 *
 * @see https://developers.blendvision.com/docs/api/bv-one/public-chatroom-service-refresh-chatroom-token
 */
export function blendvisionRefreshToken(options: BlendVisionRefreshTokenOptions): TokenSource {
  const client = createBlendVisionClient(options);
  const body = { refresh_token: options.refreshToken };
  return cachedToken(async () => {
    // Counted from the question: a slow answer makes a token look shorter-lived, never longer.
    const askedAt = Date.now();
    const { token, expires_in: seconds } = await client.refreshChatroomToken({ body });
    return { value: token, expiresAt: new Date(askedAt + seconds * 1000) };
  }, options);
}
