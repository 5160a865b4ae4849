import { ConfigurationError } from "./errors.js";

/**
 * Checks a base URL and gives it back without trailing slashes, ready to be followed by a path.
 *
 * @throws ConfigurationError when it is no absolute http(s) URL, or has a query, a fragment or
 * credentials, which would end up in the middle of every address.
 */
export function normalizeBaseUrl(baseUrl: string): string {
  const refuse = (reason: string): never => {
    throw new ConfigurationError(`baseUrl ${reason}`, { argument: "baseUrl" });
  };
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    // The parser's own error repeats the URL, which may hold credentials.
    return refuse("must be an absolute URL such as https://api.example.com");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") refuse("must be an http or https URL");
  if (url.search !== "" || url.hash !== "") refuse("may have no query and no fragment");
  if (url.username !== "" || url.password !== "") refuse("may hold no credentials");
  return url.href.replace(/\/+$/, "");
}
