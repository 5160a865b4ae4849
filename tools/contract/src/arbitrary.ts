import fc from "fast-check";
import type { BundledDocument } from "./documented.js";
import { resolveSchema, type Schema } from "./schema.js";

/** Any value that a schema allows. */
export function arbitraryOf(document: BundledDocument, schema: Schema): fc.Arbitrary<unknown> {
  const resolved = resolveSchema(document, schema);
  const value = ofType(document, resolved);
  return resolved.nullable ? fc.option(value) : value;
}

function ofType(document: BundledDocument, schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 });
    case "array":
      return fc.array(arbitraryOf(document, schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: 5,
      });
    case "object":
      return ofObject(document, schema);
    case "string":
      return ofString(schema);
    default:
      throw new Error(`no arbitrary for a schema of type ${String(schema.type)}`);
  }
}

function ofObject(document: BundledDocument, schema: Schema): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {}).map(
    ([name, member]) => [name, arbitraryOf(document, member)] as const,
  );
  return fc.record(Object.fromEntries(members), { requiredKeys: [...(schema.required ?? [])] });
}

function ofString({ format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format === "date-time") {
    const range = { min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true };
    return fc.date(range).map((date) => date.toISOString());
  }
  // Characters that encodings stumble over come more often than they would by chance.
  const unit = fc.oneof(fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }), awkward);
  return fc.array(unit, { minLength, maxLength }).map((characters) => characters.join(""));
}

const awkward = fc.constantFrom(" ", "+", "&", "=", "%", "[", "]", ",", ";", "@", "ä", "😀", '"');
