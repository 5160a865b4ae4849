import type { NamedScheme, Operation } from "./operations.js";
import type { Violation } from "./violation.js";
import { violation } from "./violation.js";

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * Checks that the credentials an operation asks for are there; any value will do.
 *
 * Scheme names are compared without regard to case (RFC 9110, 11.1). What follows `Basic` is not
 * decoded: IBM's token endpoint is called with the bare client secret there.
 */
export function checkCredentials(operation: Operation, headers: Headers): Violation[] {
  const alternatives = operation.security.map((schemes) =>
    schemes.flatMap((scheme) => missing(scheme, headers) ?? []),
  );
  // The alternative that is nearest to being met makes the most helpful message.
  const [nearest = []] = alternatives.sort((a, b) => a.length - b.length);
  return nearest.map((message) => violation("credentials", message));
}

function missing(scheme: NamedScheme, headers: Headers): string | undefined {
  if (scheme.type === "apiKey") {
    if (scheme.in !== "header") return undefined;
    const name = (scheme.name ?? "").toLowerCase();
    if (headers[name]?.trim()) return undefined;
    return `Request header ${name} is missing (${scheme.key})`;
  }
  const expected = scheme.scheme?.toLowerCase() === "basic" ? "Basic" : "Bearer";
  const sent = headers.authorization;
  if (sent === undefined) {
    return `Request header authorization is missing, expected ${expected} credentials (${scheme.key})`;
  }
  if (new RegExp(`^${expected} +\\S`, "i").test(sent)) return undefined;
  return `Request header authorization must be ${expected} credentials (${scheme.key})`;
}
