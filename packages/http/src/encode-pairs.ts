import { ConfigurationError } from "./errors.js";
import type { FieldRule, ParameterRule } from "./operation.js";

type PairRule = Pick<FieldRule | ParameterRule, "explode">;

/**
 * Encodes members as `name=value` pairs, for a form body as for a query.
 *
 * Members come in the order of the document, then those that it does not know. An array repeats its
 * name for each item (`explode`), else its items are joined by commas; undefined members are left
 * out. Brackets in names stay raw, as IBM's pages show them; a space becomes `%20`, which every
 * server reads alike.
 */
export function encodePairs(
  members: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, PairRule>>,
): string {
  const names = new Set([...Object.keys(rules), ...Object.keys(members)]);
  const pairs: string[] = [];
  for (const name of names) {
    const value = members[name];
    if (value === undefined) continue;
    const key = encodeName(name);
    if (!Array.isArray(value)) {
      pairs.push(`${key}=${encodeScalar(name, value)}`);
      continue;
    }
    const items = value.map((item) => encodeScalar(name, item));
    if (rules[name]?.explode === true) pairs.push(...items.map((item) => `${key}=${item}`));
    else pairs.push(`${key}=${items.join(",")}`);
  }
  return pairs.join("&");
}

/** Percent-encodes one string, number or boolean; `name` is what an error calls the argument. */
export function encodeScalar(name: string, value: unknown): string {
  const text = typeof value === "string" ? value : scalarText(value);
  if (text === null) {
    throw new ConfigurationError(
      `${name} must be a string, a number or a boolean, not ${kindOf(value)}`,
      { argument: name },
    );
  }
  try {
    return encodeURIComponent(text);
  } catch (cause) {
    throw new ConfigurationError(`${name} holds a lone surrogate, which has no encoding`, {
      argument: name,
      cause,
    });
  }
}

function encodeName(name: string): string {
  return encodeScalar(name, name).replaceAll("%5B", "[").replaceAll("%5D", "]");
}

function scalarText(value: unknown): string | null {
  return Number.isFinite(value) || typeof value === "boolean" ? String(value) : null;
}

function kindOf(value: unknown): string {
  if (value === null || typeof value === "number") return String(value);
  return Array.isArray(value) ? "an array" : `a value of type ${typeof value}`;
}
