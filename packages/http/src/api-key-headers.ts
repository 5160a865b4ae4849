import type { FetchDecorator } from "./fetch.js";
import { type TokenSource, tokenValue } from "./token-source.js";
import { withHeaders } from "./with-headers.js";

/**
 * Sends credentials in headers of their own: `apiKeyHeaders({ "x-bv-org-id": organizationId })`.
 *
 * @param names what an error calls each option; the header's name where none is given
 * @throws ConfigurationError when a value is missing or malformed, before anything is sent.
 */
export function apiKeyHeaders(
  keys: Readonly<Record<string, TokenSource | undefined>>,
  names: Readonly<Record<string, string>> = {},
): FetchDecorator {
  return withHeaders(async () => {
    const headers: Record<string, string> = {};
    for (const [header, source] of Object.entries(keys)) {
      headers[header] = await tokenValue(source, names[header] ?? header);
    }
    return headers;
  });
}
