import type { FetchDecorator } from "./fetch.js";
import { type TokenSource, tokenValue } from "./token-source.js";
import { withHeaders } from "./with-headers.js";

/**
 * Sends `Authorization: Bearer <token>`. A function is asked before each request.
 *
 * @param name what an error calls the option that holds the token
 * @throws ConfigurationError when the token is missing or malformed, before anything is sent.
 */
export function bearerAuth(source: TokenSource | undefined, name = "token"): FetchDecorator {
  return withHeaders(async () => ({ authorization: `Bearer ${await tokenValue(source, name)}` }));
}
