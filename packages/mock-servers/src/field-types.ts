import type { OpenApiDocument, Schema } from "./openapi.js";
import { resolve } from "./openapi.js";

type Scalar = "string" | "number" | "boolean";

/** What a form field holds: one scalar, or a list of them (its key is then repeated). */
export interface FieldType {
  readonly list: boolean;
  readonly scalar: Scalar;
}

/** The fields of an object schema and what each one holds. */
export function fieldTypes(
  document: OpenApiDocument,
  schema: Schema | undefined,
): Map<string, FieldType> {
  const types = new Map<string, FieldType>();
  if (schema === undefined) return types;
  const { allOf = [], properties = {} } = resolve(document, schema);
  for (const part of allOf) {
    for (const [name, type] of fieldTypes(document, part)) types.set(name, type);
  }
  for (const [name, property] of Object.entries(properties)) {
    const field = resolve(document, property);
    const list = typesOf(field).includes("array");
    const item = list && field.items ? resolve(document, field.items) : field;
    types.set(name, { list, scalar: scalarOf(typesOf(item)) });
  }
  return types;
}

function typesOf(schema: Schema): readonly string[] {
  return typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
}

/** A field that may be text stays text, even where it could also be read as a number. */
function scalarOf(types: readonly string[]): Scalar {
  if (types.includes("string")) return "string";
  if (types.includes("number") || types.includes("integer")) return "number";
  return types.includes("boolean") ? "boolean" : "string";
}
