const ENTITIES: Readonly<Record<string, string>> = {
  "&": "amp",
  "<": "lt",
  ">": "gt",
  '"': "quot",
  "'": "apos",
};

const compiled = new WeakMap<
  ReadonlySet<string>,
  { readonly size: number; readonly all: RegExp }
>();

/**
 * Finds any of the given values in a text, whichever way they were written down: raw,
 * percent-encoded (twice too), as a form does it, escaped for JSON or for HTML. Null for no values.
 */
export function secretPattern(secrets: ReadonlySet<string>): RegExp | null {
  const known = compiled.get(secrets);
  if (known?.size === secrets.size) return known.all;
  // Shorter ones would mask every other word. Longest first, as one may begin with another.
  const values = [...secrets].filter(({ length }) => length > 2);
  if (values.length === 0) return null;
  const sources = values.sort((a, b) => b.length - a.length).map(sourceOf);
  const all = new RegExp(sources.join("|"), "gu");
  compiled.set(secrets, { size: secrets.size, all });
  return all;
}

function sourceOf(secret: string): string {
  const source = Array.from(secret, (character) =>
    /^[a-z0-9]$/i.test(character) ? character : encodings(character),
  ).join("");
  // A short one may be part of an ordinary word.
  return secret.length < 6 ? `(?<![a-zA-Z0-9])${source}(?![a-zA-Z0-9])` : source;
}

/** No quantifier is open-ended, so that a match takes a bounded number of steps. */
function encodings(character: string): string {
  const code = character.codePointAt(0) as number;
  const bytes = [...new TextEncoder().encode(character)];
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  const entity = ENTITIES[character];
  return `(?:${[
    `\\\\{0,3}\\u{${code.toString(16)}}`,
    bytes.map((byte) => `%(?:25){0,2}${hex(byte, 2)}`).join(""),
    units.map((unit) => `\\\\{1,3}u${hex(unit, 4)}`).join(""),
    `&#(?:0{0,4}${code}|[xX]0{0,4}${hex(code, 1)});`,
    ...(entity === undefined ? [] : [`&${entity};`]),
    ...(character === " " ? ["\\+"] : []),
    ...(character === "\n" ? ["\\\\{1,3}n"] : []),
  ].join("|")})`;
}

/** A number in hexadecimal digits, of either case. */
function hex(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, "0")
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}
