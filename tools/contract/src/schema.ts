import type { BundledDocument } from "./documented.js";
import { resolve } from "./reference.js";

/** A JSON Schema, as far as the portable subset of the documents goes. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly "x-extensible-enum"?: readonly string[];
}

/** A schema without its `$ref`, and without the `null` that it may allow. */
export interface ResolvedSchema extends Schema {
  readonly nullable: boolean;
}

/** Follows references, and takes the type `null` out of unions. */
export function resolveSchema(document: BundledDocument, given: Schema): ResolvedSchema {
  const schema = resolve<Schema>(document, given);
  if (schema.anyOf !== undefined) {
    const others = schema.anyOf.filter(({ type }) => type !== "null");
    const [only] = others;
    if (only === undefined || others.length > 1) throw new Error("the subset has no other unions");
    return { ...resolveSchema(document, only), nullable: true };
  }
  const types = [schema.type ?? []].flat();
  const type = types.find((name) => name !== "null");
  return { ...schema, ...(type !== undefined && { type }), nullable: types.includes("null") };
}
