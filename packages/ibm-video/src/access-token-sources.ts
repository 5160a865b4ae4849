import { type CachedTokenOptions, cachedToken, type Token, type TokenSource } from "@roomkey/http";
import {
  createIbmVideoServerClient,
  type IbmVideoServerClient,
  type IbmVideoServerClientOptions,
} from "./server-client.js";

/** Options of every source of IBM access tokens: the OAuth application, the cache, the client. */
export interface IbmTokenSourceOptions extends IbmVideoServerClientOptions, CachedTokenOptions {
  /** Client id of the OAuth application. */
  readonly clientId: string;
}

/** Options of `ibmClientCredentials`. */
export interface IbmClientCredentialsOptions extends IbmTokenSourceOptions {
  readonly deviceName?: string;
  /** Scopes, separated by spaces. No scope is named for any chat operation. */
  readonly scope?: string;
}

/** Options of `ibmRefreshToken`. */
export interface IbmRefreshTokenOptions extends IbmTokenSourceOptions {
  /** The refresh token that the authorization gave. A server secret. */
  readonly refreshToken: string;
  /**
   * Told of the new refresh token that each renewal brings: keep it, the old one may stop working.
   * A renewal waits for it, and fails with it.
   */
  readonly onRotate?: (refreshToken: string) => void | Promise<void>;
}

/**
 * Access tokens of the account that owns the OAuth application, renewed ahead of their expiry (a
 * day): `ibmVideo({ channelId, accessToken: ibmClientCredentials({ clientId, clientSecret }) })`.
 *
 * @see https://developers.video.ibm.com/channel-api-authentication/client-credentials-flow
 * @throws ConfigurationError in a browser; the token endpoint's errors reach the call that waits.
 */
export function ibmClientCredentials(options: IbmClientCredentialsOptions): TokenSource {
  const { clientId, deviceName, scope } = options;
  const client = createIbmVideoServerClient(options);
  return cachedToken(
    async () =>
      (
        await accessToken(client, {
          grant_type: "client_credentials",
          client_id: clientId,
          ...(deviceName !== undefined && { device_name: deviceName }),
          ...(scope !== undefined && { scope }),
        })
      ).token,
    options,
  );
}

/**
 * Access tokens in the name of a user who has authorized the application, renewed with a refresh
 * token (30 days, replaced at each renewal).
 *
 * @see https://developers.video.ibm.com/channel-api-authentication/refresh-token
 * @throws ConfigurationError in a browser; the token endpoint's errors reach the call that waits.
 */
export function ibmRefreshToken(options: IbmRefreshTokenOptions): TokenSource {
  const { clientId, onRotate } = options;
  const client = createIbmVideoServerClient(options);
  let refreshToken = options.refreshToken;
  return cachedToken(async () => {
    const answer = await accessToken(client, {
      grant_type: "refresh_token",
      client_id: clientId,
      refresh_token: refreshToken,
    });
    if (answer.refreshToken !== null && answer.refreshToken !== refreshToken) {
      refreshToken = answer.refreshToken;
      await onRotate?.(refreshToken);
    }
    return answer.token;
  }, options);
}

type AccessTokenForm = Parameters<IbmVideoServerClient["createAccessToken"]>[0]["body"];

async function accessToken(
  client: IbmVideoServerClient,
  body: AccessTokenForm,
): Promise<{ readonly token: Token; readonly refreshToken: string | null }> {
  // Counted from the question: a slow answer makes a token look shorter-lived, never longer.
  const askedAt = Date.now();
  const answer = await client.createAccessToken({ body });
  return {
    token: {
      value: answer.access_token,
      expiresAt: new Date(askedAt + answer.expires_in * 1000),
    },
    refreshToken: answer.refresh_token ?? null,
  };
}
