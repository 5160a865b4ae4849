import type { FetchDecorator } from "../fetch.js";
import { standalone } from "../policies/standalone.js";
import type { TokenSource } from "./token-source.js";
import { withCredential } from "./with-credential.js";

/**
 * Sends `Authorization: Bearer <token>`. A function is asked before each request, and once more
 * after a 401.
 *
 * @param name what an error calls the option that holds the token
 * @throws ConfigurationError when the token is missing or malformed, before anything is sent.
 */
export function bearerAuth(source: TokenSource | undefined, name = "token"): FetchDecorator {
  return standalone(withCredential({ source, name, header: "authorization", prefix: "Bearer " }));
}
