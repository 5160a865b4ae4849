import type { OpenApiDocument, Schema } from "./document.js";
import { Refusal } from "./refusal.js";
import { resolve } from "./resolve.js";

const TYPES = ["string", "integer", "number", "boolean", "array", "object"] as const;

/** The one type of a schema, and whether `null` is allowed beside it. */
export interface SchemaType {
  readonly type: (typeof TYPES)[number];
  readonly nullable: boolean;
  /** The schema that names the type: what a reference or a nullable wrapper leads to. */
  readonly schema: Schema;
}

const known: ReadonlySet<string> = new Set(TYPES);

/** Finds the type of a schema through `$ref`, a nullable wrapper and `allOf`. */
export function schemaType(document: OpenApiDocument, from: Schema): SchemaType {
  const schema = resolve<Schema>(document, from);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return wrapped(document, branches);
  if (schema.type === undefined && schema.allOf !== undefined) return all(document, schema.allOf);

  const types = [schema.type ?? []].flat();
  const [type, ...others] = types.filter((name) => name !== "null");
  if (type === undefined) throw new Refusal("the schema names no type");
  if (others.length > 0) throw new Refusal(`several types (${types.join(", ")})`);
  if (!known.has(type)) throw new Refusal(`unknown type ${type}`);
  return { type: type as SchemaType["type"], nullable: types.includes("null"), schema };
}

/** The branches of an `anyOf` that are not `null`. */
export function withoutNull(
  document: OpenApiDocument,
  branches: readonly Schema[],
): readonly Schema[] {
  return branches.filter((branch) => resolve<Schema>(document, branch).type !== "null");
}

function wrapped(document: OpenApiDocument, branches: readonly Schema[]): SchemaType {
  const [branch, ...others] = withoutNull(document, branches);
  if (branch === undefined || others.length > 0) {
    throw new Refusal("anyOf or oneOf with several variants; only `null` may stand beside a type");
  }
  return { ...schemaType(document, branch), nullable: branches.length > 1 };
}

function all(document: OpenApiDocument, parts: readonly Schema[]): SchemaType {
  const found = parts.map((part) => schemaType(document, part));
  const [first] = found;
  if (first === undefined) throw new Refusal("the schema names no type");
  if (found.some(({ type }) => type !== first.type)) {
    throw new Refusal("the parts of allOf have different types");
  }
  return first;
}
