/** The last one: calls of one client mostly have the same secrets. */
let last: { readonly key: string; readonly pattern: RegExp } | undefined;

/**
 * Finds any of the given values in a text, whichever way they were written down: raw,
 * percent-encoded, as a form does it, escaped for JSON or for HTML.
 */
export function knownPattern(secrets: ReadonlySet<string>): RegExp {
  // Tiny ones would mask every other word. Longest first, as one may begin with another.
  const values = [...secrets].filter(({ length }) => length > 2);
  values.sort((a, b) => b.length - a.length);
  const key = JSON.stringify(values);
  if (key !== last?.key) {
    last = { key, pattern: new RegExp(values.map(sourceOf).join("|") || "$^", "gi") };
  }
  return last.pattern;
}

/**
 * No encoding changes letters and digits: they decide, and between them stands whatever an encoding
 * makes of the other characters. Bounded, so that a match takes a bounded number of steps. In short
 * groups they would match too much: such a value is looked for as it is.
 */
function sourceOf(secret: string): string {
  const isTelling = /[a-z0-9]{4}/i.test(secret);
  const source = secret.replace(/[^a-z0-9]+/gi, (others) =>
    isTelling ? `[^a-z0-9][^]{0,${others.length * 12}}?` : others.replace(/[\s\S]/g, "\\$&"),
  );
  // A short one may be part of an ordinary word.
  return secret.length < 6 ? `\\b${source}\\b` : source;
}
