const width = 100;

/**
 * Writes a value as a TypeScript literal: on one line where that fits into 100 columns, else one
 * member a line. `column` is where the literal starts, `indent` the indentation of its first line.
 */
export function literal(value: unknown, indent = "", column = indent.length): string {
  const flat = oneLine(value);
  // One column is kept for the comma after it.
  if (column + flat.length < width || typeof value !== "object" || value === null) return flat;

  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${literal(item, inner)},\n`)
    : Object.entries(value).map(([key, member]) => {
        const name = `${propertyName(key)}: `;
        return `${inner}${name}${literal(member, inner, inner.length + name.length)},\n`;
      });
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join("")}${indent}${close}`;
}

/** A key of an object literal, in quotes only where they are needed. */
export function propertyName(key: string): string {
  return /^([A-Za-z_$][\w$]*|[1-9]\d*)$/.test(key) ? key : JSON.stringify(key);
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${propertyName(key)}: ${oneLine(item)}`,
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
