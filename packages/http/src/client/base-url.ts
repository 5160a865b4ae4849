import { refuse } from "../refuse.js";

/**
 * Checks a base URL and gives it back without trailing slashes, ready to be followed by a path.
 *
 * @throws ConfigurationError when it is no absolute http(s) URL, or has a query, a fragment or
 * credentials, which would end up in the middle of every address.
 */
export function normalizeBaseUrl(baseUrl: string): string {
  // The parser's own error would repeat the URL, which may hold credentials.
  const url = URL.canParse(baseUrl) ? new URL(baseUrl).href : "";
  if (!/^https?:\/\/[^/@]+\/[^?#]*$/.test(url)) {
    refuse(
      undefined,
      "baseUrl",
      "must be an http or https URL without credentials, query or fragment",
    );
  }
  return url.replace(/\/+$/, "");
}
