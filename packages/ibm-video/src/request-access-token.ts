import type { Clock, Token } from "@roomkey/http";
import type { IbmVideoServerClient } from "./server-client.js";

type AccessTokenForm = Parameters<IbmVideoServerClient["createAccessToken"]>[0]["body"];

/** What the token endpoint gave. */
export interface Renewal {
  readonly token: Required<Token>;
  /** Null where none came. */
  readonly refreshToken: string | null;
}

/** Asks the token endpoint for an access token. */
export async function requestAccessToken(
  client: IbmVideoServerClient,
  body: AccessTokenForm,
  clock: Pick<Clock, "now">,
): Promise<Renewal> {
  // Counted from the question: a slow answer makes a token look shorter-lived, never longer.
  const askedAt = clock.now();
  const answer = await client.createAccessToken({ body });
  return {
    token: {
      value: answer.access_token,
      expiresAt: new Date(askedAt + answer.expires_in * 1000),
    },
    refreshToken: answer.refresh_token ?? null,
  };
}
