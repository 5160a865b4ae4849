import { secretPattern } from "./secret-pattern.js";

/** What stands in the place of a secret. */
export const MASK = "[masked]";

const NONE: ReadonlySet<string> = new Set();

/** How names of secrets end: `chat_token`, `x-token`, `clientSecret`, `Set-Cookie`, `tokens[]`. */
const ENDING =
  "(?:token|secret|password|passwd|signature|authorization|cookie|jwt|(?:secret|private)[-_]?key)s?";
const SECRET_NAME = new RegExp(`${ENDING}(?:\\[\\w*\\])?$`, "i");

// Each of these takes time in proportion to the text: none can begin anew inside of what it has
// just looked through in vain.
const HEADER_LINE =
  /((?:^|[\n\r>]|\\[nr])[ \t]*([\w-]+)[ \t]*:[ \t]*(?:(?:Bearer|Basic)[ \t]+)?)(?:(?:(?!\\[nr])[^\r\n<])+)/gi;
const CREDENTIAL = /\b(Bearer|Basic)(\s+|\+|%(?:25)*20)[^\s"'<>,;&]+/gi;
const NAMED = new RegExp(
  `${ENDING}(?:\\[\\w*\\]|%5B\\w*%5D|\\])?(?:(\\\\*["'])?\\s*(=>?|:|%(?:25)*3[AD])\\s*|(>))`,
  "gi",
);
const USER_INFO = /(\/\/[^\s/?#@:]*:)(?!REDACTED@)[^\s/?#@]+(?=@)/g;
const WORD = /[\w.-]{20,}/g;
/** Without one of these no pattern above can match. */
const SUSPICIOUS = /[=:>%+\s]|eyJ/;

/**
 * Whether a member, field, key or header of this name holds a secret, going by how it ends:
 * `chat_token`, `x-token`, `clientSecret`, `Set-Cookie`.
 */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/**
 * Replaces every secret that can be recognised in a text: the given values, however they are
 * encoded; the values of secret names in URLs, forms, JSON, headers and markup; credentials after
 * `Bearer` and `Basic`; passwords in URLs; JSON Web Tokens.
 */
export function maskText(text: string, secrets: ReadonlySet<string> = NONE): string {
  const pattern = secretPattern(secrets);
  const withoutValues = pattern === null ? text : text.replace(pattern, MASK);
  if (!SUSPICIOUS.test(withoutValues)) return withoutValues;
  const withoutHeaders = withoutValues
    .replace(HEADER_LINE, (all, start: string, name: string) =>
      isSecretName(name) ? start + MASK : all,
    )
    .replace(CREDENTIAL, `$1$2${MASK}`);
  return maskNamed(withoutHeaders)
    .replace(USER_INFO, `$1${MASK}`)
    .replace(WORD, (word) => {
      const at = word.indexOf("eyJ");
      return at >= 0 && word.includes(".", at) ? word.slice(0, at) + MASK : word;
    });
}

/** Masks what follows a secret name and `=`, `:`, `=>`, `>` or a percent-encoded one of them. */
function maskNamed(text: string): string {
  const named = new RegExp(NAMED);
  let masked = "";
  let done = 0;
  for (let found = named.exec(text); found !== null; found = named.exec(text)) {
    const [, quote, separator = ">"] = found;
    const [start, end] = valueAfter(text, named.lastIndex, separator, quote !== undefined);
    if (start < end) {
      masked += text.slice(done, start) + MASK;
      done = end;
      named.lastIndex = end;
    }
  }
  return masked + text.slice(done);
}

/** Where the value that begins here starts and ends; no length where there is none to mask. */
function valueAfter(
  text: string,
  at: number,
  separator: string,
  isMember: boolean,
): readonly [number, number] {
  const quote = matchAt(/\\*["']/y, text, at);
  if (quote !== "") return [at + quote.length, closingQuote(text, at + quote.length, quote)];
  if (separator === ">") return [at, at + matchAt(/[^<]*/y, text, at).length];
  if (separator.startsWith("%")) {
    return [at, at + matchAt(/(?:(?!%(?:25)*26)[^&\s"'<>])*/iy, text, at).length];
  }
  if (separator !== ":") return [at, at + matchAt(/[^&\s"'<>]*/y, text, at).length];
  // `token: expired` in a sentence is no secret, `"token": 7` is one, `"token": {` is looked into.
  if (!isMember) return [at, at];
  const value = matchAt(/\[[^\]]*\]?|(?!null|true|false)[^\s,{}[\]]+/y, text, at);
  return [at, at + value.length];
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** Where a quoted text ends. In JSON that was put into JSON, quotes have backslashes before them. */
function closingQuote(text: string, start: number, quote: string): number {
  const depth = quote.length - 1;
  const mark = quote.slice(-1);
  for (let at = text.indexOf(mark, start); at >= 0; at = text.indexOf(mark, at + 1)) {
    let backslashes = 0;
    while (at - backslashes > start && text[at - backslashes - 1] === "\\") backslashes += 1;
    if (backslashes % (2 * (depth + 1)) === depth) return at - backslashes;
  }
  return text.length;
}
