/** The last one: calls of one client mostly have the same secrets. */
let last: { readonly key: string; readonly pattern: RegExp } | undefined;

/**
 * Finds any of the given values in a text, whichever way they were written down: raw,
 * percent-encoded, as a form does it, escaped for JSON or for HTML.
 */
export function knownPattern(secrets: ReadonlySet<string>): RegExp {
  // Longest first, as one may begin with another.
  const values = [...secrets].sort((a, b) => b.length - a.length);
  const key = JSON.stringify(values);
  if (key !== last?.key) {
    const source = values.flatMap(sourceOf).join("|");
    last = { key, pattern: new RegExp(source || "$^", "gi") };
  }
  return last.pattern;
}

/**
 * No encoding changes letters and digits: they decide, and between them stands whatever an encoding
 * makes of the other characters. Bounded, so that a match takes a bounded number of steps.
 */
function sourceOf(secret: string): string[] {
  // What is shorter would mask parts of other words.
  if (!/[a-z0-9]{4}/i.test(secret)) return [];
  return [secret.replace(/[^a-z0-9]+/gi, ({ length }) => `[^a-z0-9][^]{0,${length * 12}}?`)];
}
