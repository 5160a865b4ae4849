import type { FetchDecorator } from "../fetch.js";
import { standalone } from "../policies/standalone.js";
import type { TokenSource } from "./token-source.js";
import { withCredential } from "./with-credential.js";

/**
 * Sends `Authorization: Basic <secret>` with the bare secret, not the `base64(id:secret)` of
 * RFC 7617: IBM's token endpoint takes the client id in the body and the secret alone in the header.
 *
 * @see https://developers.video.ibm.com/channel-api-authentication/client-credentials-flow
 * @throws ConfigurationError when the secret is missing or malformed, before anything is sent.
 */
export function basicSecretAuth(source: TokenSource | undefined, name = "secret"): FetchDecorator {
  return standalone(withCredential({ source, name, header: "authorization", prefix: "Basic " }));
}
