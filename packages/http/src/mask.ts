/** What stands in the place of a secret. */
export const MASK = "[masked]";

/**
 * Names whose values are secrets, wherever they occur: members of bodies, form fields, query keys,
 * headers and options. Compared without regard to case, `-` and `_`.
 */
const SECRET_NAMES: ReadonlySet<string> = new Set([
  "accesstoken",
  "apitoken",
  "authorization",
  "chatroomtoken",
  "chattoken",
  "clientsecret",
  "cookie",
  "idtoken",
  "password",
  "proxyauthorization",
  "refreshtoken",
  "setcookie",
  "signature",
  "token",
  "usertoken",
  "xamzcustomauthorizersignature",
  "xtoken",
]);

const NONE: ReadonlySet<string> = new Set();

const CREDENTIAL = /\b(Bearer|Basic)\s+[^\s"'<>,;]+/gi;
const JWT = /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g;
const PAIR = /([\w\-%[\].]+)(=)([^&\s"'<>]+)/g;
const MEMBER = /("([\w\-.[\]]+)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g;

/** Whether a member, field, key or header of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_NAMES.has(name.toLowerCase().replace(/[-_\s]/g, ""));
}

/**
 * Replaces every secret that can be recognised in a text: credentials after `Bearer` and `Basic`,
 * JSON Web Tokens, the values of secret names in URLs, form bodies and JSON, and the given values.
 */
export function maskText(text: string, secrets: ReadonlySet<string> = NONE): string {
  let masked = text;
  for (const secret of secrets) {
    // Shorter ones would mask ordinary words.
    if (secret.length >= 6) masked = masked.replaceAll(secret, MASK);
  }
  return masked
    .replace(CREDENTIAL, `$1 ${MASK}`)
    .replace(MEMBER, (all, start: string, name: string) =>
      isSecretName(name) ? `${start}"${MASK}"` : all,
    )
    .replace(PAIR, (all, name: string, equals: string) =>
      isSecretName(name) ? `${name}${equals}${MASK}` : all,
    )
    .replace(JWT, MASK);
}

/** A copy of a JSON value in which every secret is replaced; the value itself stays as it is. */
export function maskValue<Value>(value: Value, secrets?: ReadonlySet<string>): Value;
export function maskValue(value: unknown, secrets?: ReadonlySet<string>): unknown {
  if (typeof value === "string") return maskText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => maskValue(item, secrets));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      isSecretName(name) && typeof member === "string" ? MASK : maskValue(member, secrets),
    ]),
  );
}
