import { knownPattern } from "./known-pattern.js";

/** What stands in the place of a secret. */
export const MASK = "[masked]";

/** How names of secrets end: `chat_token`, `x-token`, `clientSecret`, `Set-Cookie`, `tokens[]`. */
const NAME =
  "(?:token|secret|passw(?:or)?d|signature|authorization|cookie|jwt|(?:secret|private)[-_]?key)s?";
const SECRET_NAME = new RegExp(`${NAME}(\\[\\w*])?$`, "i");
// In JSON, a form, a URL, a header or markup; quoted, or percent-encoded.
const NAMED = `${NAME}(?:\\[\\w*]|%5B\\w*%5D)?[\\\\"'\\]]*\\s*(?:=>?|:|>|%(?:25)*3[AD])\\s*`;
const SCHEME = "\\b(?:Bearer|Basic)(?:\\s+|\\+|%(?:25)*20)";
const LIST = "\\[[^\\]]*]?";
const QUOTED = `(?<=["'])(?:\\\\+["']|[^"'<])+`;
const BARE = "[^\\s\"'<>&,;@{}]";
// After a colon a word is no secret (`token: expired`), unless it is long or has a digit.
const VALUE = `(?:(?<!:\\s*)|(?=${BARE}{0,11}\\d|${BARE}{12})(?=${BARE}{6}))(?:(?!%(?:25)*26)${BARE})+`;
const PASSWORD = "(?<=//[^\\s/?#@:]*:)(?!REDACTED@)[^\\s/?#@]+(?=@)";
const JWT = "eyJ[\\w-]{9,300}\\.[\\w.-]+";
// It takes time in proportion to the text, as none of its parts can run on again and again.
const SECRET = new RegExp(
  `(${NAMED}(?:${SCHEME})?\\\\*["']?|${SCHEME})(?:${LIST}|${QUOTED}|${VALUE})|${PASSWORD}|${JWT}`,
  "gi",
);

/**
 * Whether a member, field, key or header of this name holds a secret, going by how it ends:
 * `chat_token`, `x-token`, `clientSecret`, `Set-Cookie`.
 */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/**
 * Replaces every secret that can be recognised in a text: the given values, however they are
 * encoded; what follows the name of a secret, or `Bearer` and `Basic`; passwords in URLs; JSON Web
 * Tokens.
 */
export function maskText(text: string, secrets?: ReadonlySet<string>): string {
  return maskKnown(text, secrets).replace(SECRET, (_, before = "") => before + MASK);
}

/** Replaces the given values only. */
export function maskKnown(text: string, secrets?: ReadonlySet<string>): string {
  return secrets?.size ? text.replace(knownPattern(secrets), MASK) : text;
}
