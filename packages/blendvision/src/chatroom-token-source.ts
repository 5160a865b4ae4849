import {
  type CachedTokenOptions,
  type ClientOptions,
  ConfigurationError,
  cachedToken,
  splitTokenOptions,
  systemClock,
  type TokenSource,
} from "@roomkey/http";
import { createBlendVisionClient } from "./client.js";

/**
 * Options of `blendvisionRefreshToken`: the refresh token, the cache, the client. A `store` needs a
 * `storeKey` of this viewer's own.
 */
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
 * @throws ConfigurationError when `store` has no `storeKey`; the errors of `refreshChatroomToken`
 * reach the call that waits.
 */
export function blendvisionRefreshToken(options: BlendVisionRefreshTokenOptions): TokenSource {
  const { cache, rest } = splitTokenOptions(options);
  const { refreshToken, ...clientOptions } = rest;
  const { clock = systemClock } = cache;
  if (cache.store !== undefined && cache.storeKey === undefined) {
    // A common key would hand one viewer's chatroom token to another.
    throw new ConfigurationError("store needs a storeKey of this viewer's own", {
      argument: "storeKey",
    });
  }
  const client = createBlendVisionClient(clientOptions);
  const body = { refresh_token: refreshToken };
  return cachedToken(async () => {
    // Counted from the question: a slow answer makes a token look shorter-lived, never longer.
    const askedAt = clock.now();
    const { token, expires_in: seconds } = await client.refreshChatroomToken({ body });
    return { value: token, expiresAt: new Date(askedAt + seconds * 1000) };
  }, cache);
}
