import {
  type CachedTokenOptions,
  ConfigurationError,
  cachedToken,
  splitTokenOptions,
  systemClock,
  type TokenSource,
} from "@roomkey/http";
import { inTurn } from "./in-turn.js";
import { type Renewal, requestAccessToken } from "./request-access-token.js";
import { createIbmVideoServerClient, type IbmVideoServerClientOptions } from "./server-client.js";

/** Options of every source of IBM access tokens: the OAuth application, the cache, the client. */
export interface IbmTokenSourceOptions extends IbmVideoServerClientOptions, CachedTokenOptions {
  /** Client id of the OAuth application. */
  readonly clientId: string;
}

/** Options of `ibmClientCredentials`; `storeKey` follows from the client id and the scope. */
export interface IbmClientCredentialsOptions extends IbmTokenSourceOptions {
  readonly deviceName?: string;
  /** Scopes, separated by spaces. No scope is named for any chat operation. */
  readonly scope?: string;
}

/** Options of `ibmRefreshToken`; a `store` needs a `storeKey` of this user's own. */
export interface IbmRefreshTokenOptions extends IbmTokenSourceOptions {
  /**
   * The refresh token that the authorization gave, or a function that gives the one that was kept
   * last, asked before each renewal. A server secret.
   */
  readonly refreshToken: string | (() => string | Promise<string>);
  /**
   * Told of the new refresh token that each renewal brings: keep it, the old one may stop working.
   * A renewal waits for it, and fails with it; the next one begins with telling it again.
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
  const { cache, rest } = splitTokenOptions(options);
  const { clientId, deviceName, scope, ...clientOptions } = rest;
  const { clock = systemClock } = cache;
  const client = createIbmVideoServerClient(clientOptions);
  const body = {
    grant_type: "client_credentials",
    client_id: clientId,
    ...(deviceName !== undefined && { device_name: deviceName }),
    ...(scope !== undefined && { scope }),
  } as const;
  const storeKey = ["roomkey", "ibm-video", clientId, ...(scope ? [scope] : [])].join(":");
  return cachedToken(async () => (await requestAccessToken(client, body, clock)).token, {
    ...cache,
    storeKey: cache.storeKey ?? storeKey,
  });
}

/**
 * Access tokens in the name of a user who has authorized the application, renewed with a refresh
 * token (30 days, replaced at each renewal). Renewals come one after the other, each with the newest
 * refresh token there is.
 *
 * @see https://developers.video.ibm.com/channel-api-authentication/refresh-token
 * @throws ConfigurationError in a browser, and when `store` has no `storeKey`; the token endpoint's
 * errors reach the call that waits.
 */
export function ibmRefreshToken(options: IbmRefreshTokenOptions): TokenSource {
  const { cache, rest } = splitTokenOptions(options);
  const { clientId, refreshToken, onRotate, ...clientOptions } = rest;
  const { clock = systemClock } = cache;
  if (cache.store !== undefined && cache.storeKey === undefined) {
    // A common key would hand one user's access token to another.
    throw new ConfigurationError("store needs a storeKey of this user's own", {
      argument: "storeKey",
    });
  }
  const client = createIbmVideoServerClient(clientOptions);
  const takeTurn = inTurn();
  let given: string | undefined;
  let newest = "";
  let untold: Renewal | null = null;

  const currentRefreshToken = async (): Promise<string> => {
    const kept = typeof refreshToken === "function" ? await refreshToken() : refreshToken;
    // The same as before says nothing of the renewals since: then ours is the newer one.
    if (kept !== given) newest = kept;
    given = kept;
    if (typeof newest === "string" && newest !== "") return newest;
    throw new ConfigurationError("refreshToken is missing or empty", { argument: "refreshToken" });
  };

  const renew = async (): Promise<Renewal> => {
    const refresh_token = await currentRefreshToken();
    const body = { grant_type: "refresh_token", client_id: clientId, refresh_token } as const;
    const renewal = await requestAccessToken(client, body, clock);
    if (renewal.refreshToken !== null && renewal.refreshToken !== refresh_token) {
      newest = renewal.refreshToken;
      untold = renewal;
    }
    return renewal;
  };

  const isUsable = ({ token }: Renewal, rejected: string | undefined): boolean =>
    token.value !== rejected && +token.expiresAt > clock.now();

  return cachedToken(
    ({ rejected }) =>
      // Two at once would spend the same refresh token twice.
      takeTurn(async () => {
        // What `onRotate` refused to keep has cost a refresh token: it is used, not bought again.
        const { token } = untold !== null && isUsable(untold, rejected) ? untold : await renew();
        if (untold !== null) await onRotate?.(newest);
        untold = null;
        return token;
      }),
    cache,
  );
}
