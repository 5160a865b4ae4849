import type { ValueMatch } from "./rule.js";

/** Whether a value is as a rule wants it; undefined stands for one that is not there. */
export function matchesValue(wanted: ValueMatch, value: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return isSame(wanted, value);
  const { equals, contains, pattern, present } = wanted;
  if (present !== undefined && (value !== undefined) !== present) return false;
  if (equals !== undefined && !isSame(equals, value)) return false;
  if (contains !== undefined && !holds(value, contains)) return false;
  return pattern === undefined || (isScalar(value) && new RegExp(pattern).test(String(value)));
}

/** The value that a dotted path leads to; a name may hold dots and brackets of its own. */
export function lookUp(value: unknown, path: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path];
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    const head = path.slice(0, dot);
    if (!Object.hasOwn(value, head)) continue;
    return lookUp((value as Record<string, unknown>)[head], path.slice(dot + 1));
  }
  return undefined;
}

/** Form fields and headers are text, so `1` is the same as `"1"`. */
function isSame(wanted: string | number | boolean | null, value: unknown): boolean {
  return value === wanted || (isScalar(value) && String(value) === String(wanted));
}

function holds(value: unknown, part: string): boolean {
  if (Array.isArray(value)) return value.some((item) => String(item) === part);
  return isScalar(value) && String(value).includes(part);
}

function isScalar(value: unknown): boolean {
  return value !== undefined && typeof value !== "object";
}
