import { compose } from "../compose.js";
import type { FetchDecorator } from "../fetch.js";
import { standalone } from "../policies/standalone.js";
import type { TokenSource } from "./token-source.js";
import { withCredential } from "./with-credential.js";

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
  const policies = Object.entries(keys).map(([header, source]) =>
    withCredential({ source, name: names[header] ?? header, header }),
  );
  return standalone(compose(...policies));
}
