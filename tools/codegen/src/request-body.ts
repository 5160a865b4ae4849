import type { MediaType, OpenApiDocument, RequestBody, Schema } from "./document.js";
import { formStyle } from "./form-style.js";
import { objectMembers } from "./object-members.js";
import { Refusal, within } from "./refusal.js";
import { schemaType } from "./schema-type.js";
import type { BodyRule, FieldRule } from "./table.js";

const form = "application/x-www-form-urlencoded";
const supported: readonly string[] = ["application/json", form];

/** How the request body of an operation is written. */
export function bodyRule(document: OpenApiDocument, body: RequestBody): BodyRule {
  const [entry, ...others] = Object.entries(body.content);
  if (entry === undefined) throw new Refusal("the request body has no media type");
  if (others.length > 0) {
    const names = Object.keys(body.content).join(", ");
    throw new Refusal(`the request body has several media types (${names}); one is supported`);
  }
  const [mediaType, content] = entry;
  if (!supported.includes(mediaType)) {
    throw new Refusal(`request bodies of type ${mediaType} are not supported`);
  }
  return {
    mediaType,
    ...(body.required !== true && { optional: true }),
    fields: within("request body", () => fields(document, content, mediaType === form)),
  };
}

function fields(
  document: OpenApiDocument,
  { schema, encoding = {} }: MediaType,
  isForm: boolean,
): Record<string, FieldRule> {
  if (schema === undefined) throw new Refusal("it has no schema");
  const members = objectMembers(document, schema);
  const { type, nullable } = schemaType(document, schema);
  if (type !== "object" || nullable) throw new Refusal("it is not an object");

  const rules: Record<string, FieldRule> = {};
  for (const [name, member] of members.properties) {
    rules[name] = within(name, () => ({
      ...fieldRule(document, member, members.required.has(name)),
      ...(isForm ? formStyle(document, member, encoding[name]) : {}),
    }));
  }
  // A misspelt key would silently leave an array without its style.
  const stray = Object.keys(encoding).find((name) => !members.properties.has(name));
  if (stray !== undefined) throw new Refusal(`encoding names ${stray}, which is no member`);
  return rules;
}

function fieldRule(document: OpenApiDocument, member: Schema, required: boolean): FieldRule {
  const { type, nullable, schema } = schemaType(document, member);
  if (required && nullable) {
    throw new Refusal("it is required and may be null, which the table cannot say");
  }
  const { minItems } = schema;
  return {
    ...(required && { required }),
    ...(type === "array" && { items: minItems ?? 0 }),
  };
}
