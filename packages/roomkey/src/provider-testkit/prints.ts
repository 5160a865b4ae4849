/** Every way in which a value is printed that does not ask for its members one by one. */
export function printsOf(value: unknown): readonly string[] {
  const error = value instanceof Error ? [value.message, value.stack ?? ""] : [];
  const inspect = Symbol.for("nodejs.util.inspect.custom");
  const custom = (value as { readonly [key: symbol]: unknown } | null)?.[inspect];
  const inspected = typeof custom === "function" ? JSON.stringify(custom.call(value)) : "";
  return [JSON.stringify(value) ?? "", String(value), inspected, ...error];
}
