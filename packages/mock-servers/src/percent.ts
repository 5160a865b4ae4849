/** Decodes percent escapes; undefined when one is broken (`%ZZ`, `%`, bytes that are no UTF-8). */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The same for form bodies and queries, where `+` is a space. */
export function decodeFormText(text: string): string | undefined {
  return decodePercent(text.replaceAll("+", " "));
}
