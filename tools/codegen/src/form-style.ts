import type { Encoding, OpenApiDocument, Schema } from "./document.js";
import { Refusal } from "./refusal.js";
import { schemaType } from "./schema-type.js";
import type { FieldRule } from "./table.js";

/**
 * How a member of a form body is written. Forms have no notation of their own for arrays, and tools
 * differ when the document leaves it open; so the document has to say it.
 */
export function formStyle(
  document: OpenApiDocument,
  member: Schema,
  encoding: Encoding | undefined,
): Pick<FieldRule, "explode"> {
  const { type, nullable, schema } = schemaType(document, member);
  if (nullable) throw new Refusal("a form cannot say null");
  if (type === "object") throw new Refusal("a form cannot hold an object");
  if (encoding?.contentType !== undefined) throw new Refusal("encoding.contentType has no place");
  if (encoding?.style !== undefined && encoding.style !== "form") {
    throw new Refusal(`encoding style ${encoding.style} is not supported; only form is`);
  }
  if (type !== "array") return {};

  if (encoding?.style === undefined || encoding.explode === undefined) {
    throw new Refusal("a form array needs an encoding with style and explode written out");
  }
  const item = schema.items && schemaType(document, schema.items);
  if (!item || item.nullable || item.type === "array" || item.type === "object") {
    throw new Refusal("a form array can only hold scalars");
  }
  return encoding.explode ? { explode: true } : {};
}
