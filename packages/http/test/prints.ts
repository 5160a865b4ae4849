import { inspect } from "node:util";

/** Every way in which a console, a logger or a crash report may write a value down. */
export function prints(value: unknown): string {
  const tries = [
    () => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true }),
    () => inspect(value, { depth: Number.POSITIVE_INFINITY, getters: true }),
    () => inspect(value),
    () => JSON.stringify(value),
    () => String(value),
    () => (value instanceof Error ? `${value.name} ${value.message} ${value.stack}` : ""),
    () => inspect(new AggregateError([value], "several"), { depth: 9, showHidden: true }),
    () => inspect(new Error("outer", { cause: value }), { depth: 9 }),
    () => inspect(structuredClone(value), { depth: 9, showHidden: true }),
  ];
  return tries.map(attempt).join("\n");
}

/** A cycle has no JSON, and not everything can be cloned: what throws prints nothing. */
function attempt(print: () => unknown): string {
  try {
    return String(print());
  } catch {
    return "";
  }
}
