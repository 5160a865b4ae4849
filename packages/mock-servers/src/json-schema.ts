/** The part of JSON Schema that describes what people write for the mock servers. */
export interface Schema {
  readonly description?: string;
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean" | "null";
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

export type IssuePath = readonly (string | number)[];

/** One thing that is wrong, and where. */
export interface Issue {
  readonly path: IssuePath;
  readonly message: string;
}

/** Everything about a value that a schema does not allow, in words for whoever wrote it. */
export function findIssues(schema: Schema, value: unknown, path: IssuePath = []): Issue[] {
  if (schema.anyOf) return findInAlternatives(schema.anyOf, value, path);
  if (schema.type && !isOfType(schema.type, value)) {
    return [{ path, message: `must be ${named(schema)}, not ${describe(value)}` }];
  }
  if (Array.isArray(value)) {
    const { minItems = 0, items } = schema;
    if (value.length < minItems) return [{ path, message: "must not be empty" }];
    return items ? value.flatMap((item, index) => findIssues(items, item, [...path, index])) : [];
  }
  if (typeof value === "object" && value !== null) {
    return findInObject(schema, value as Record<string, unknown>, path);
  }
  return findInScalar(schema, value, path);
}

/** An issue on one line: `match.nth: must be a whole number, not "two"`. */
export function issueText({ path, message }: Issue): string {
  const where = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  return where === "" ? message : `${where.replace(/^\./, "")}: ${message}`;
}

function findInObject(schema: Schema, value: Record<string, unknown>, path: IssuePath): Issue[] {
  const { properties = {}, required = [], additionalProperties: more = true } = schema;
  const missing = required
    .filter((name) => value[name] === undefined)
    .map((name) => ({ path, message: `must have ${name}` }));
  if (Object.keys(value).length < (schema.minProperties ?? 0)) {
    missing.push({ path, message: "must not be empty" });
  }
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const inside = [...path, name];
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known) return member === undefined ? [] : findIssues(known, member, inside);
    if (typeof more === "object") return findIssues(more, member, inside);
    if (more) return [];
    const names = Object.keys(properties).join(", ");
    return [{ path: inside, message: `is not known here, only ${names}` }];
  });
  return [...missing, ...wrong];
}

function findInScalar(schema: Schema, value: unknown, path: IssuePath): Issue[] {
  const { minimum, maximum, pattern } = schema;
  if (schema.enum && !schema.enum.includes(value as string)) {
    return [{ path, message: `must be one of ${schema.enum.join(", ")}, not ${describe(value)}` }];
  }
  if (typeof value === "number" && minimum !== undefined && value < minimum) {
    return [{ path, message: `must be at least ${minimum}, not ${value}` }];
  }
  if (typeof value === "number" && maximum !== undefined && value > maximum) {
    return [{ path, message: `must be at most ${maximum}, not ${value}` }];
  }
  if (typeof value === "string" && pattern && !new RegExp(pattern).test(value)) {
    return [{ path, message: `must be ${named(schema)}, not ${describe(value)}` }];
  }
  return [];
}

/** The alternative of the value's own type says best what is wrong with it. */
function findInAlternatives(
  alternatives: readonly Schema[],
  value: unknown,
  path: IssuePath,
): Issue[] {
  const found = alternatives.map((schema) => findIssues(schema, value, path));
  if (found.some((issues) => issues.length === 0)) return [];
  const nearest = alternatives.findIndex(({ type }) => type && isOfType(type, value));
  if (nearest !== -1) return found[nearest] ?? [];
  const names = alternatives.map(named).join(" or ");
  return [{ path, message: `must be ${names}, not ${describe(value)}` }];
}

function isOfType(type: NonNullable<Schema["type"]>, value: unknown): boolean {
  if (type === "array") return Array.isArray(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  if (type === "object") {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }
  return typeof value === type;
}

const NAMES: Readonly<Record<string, string>> = {
  object: "an object",
  array: "a list",
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  null: "null",
};

function named(schema: Schema): string {
  return schema.description?.toLowerCase() ?? NAMES[schema.type ?? ""] ?? "something else";
}

function describe(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 60));
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
