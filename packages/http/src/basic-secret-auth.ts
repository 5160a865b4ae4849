import type { FetchDecorator } from "./fetch.js";
import { type TokenSource, tokenValue } from "./token-source.js";
import { withHeaders } from "./with-headers.js";

/**
 * Sends `Authorization: Basic <secret>` with the bare secret, not the `base64(id:secret)` of
 * RFC 7617: IBM's token endpoint takes the client id in the body and the secret alone in the header.
 *
 * @see https://developers.video.ibm.com/authentication
 * @throws ConfigurationError when the secret is missing or malformed, before anything is sent.
 */
export function basicSecretAuth(source: TokenSource | undefined, name = "secret"): FetchDecorator {
  return withHeaders(async () => ({ authorization: `Basic ${await tokenValue(source, name)}` }));
}
