import { isExtension, isObject, type Json, type JsonObject } from "./json.js";
import { orNull, splitNull } from "./or-null.js";
import { pointerTo, type Report } from "./report.js";
import { rewritten } from "./rewritten-keywords.js";

export interface SchemaContext {
  /** Where references lead. */
  readonly document: JsonObject;
  readonly report: Report;
  /** References that were replaced by their targets, on the way to this schema. */
  readonly inlined: readonly string[];
}

const SAME = new Set([
  ...["title", "description", "default", "example", "deprecated", "readOnly", "writeOnly"],
  ...["format", "enum", "pattern", "required", "discriminator", "xml", "externalDocs"],
  ...["multipleOf", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"],
  ...["minProperties", "maxProperties"],
]);
/** Keywords that hold a schema, a list of schemas, or schemas by name. */
const ONE = new Set(["items", "not", "additionalProperties"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf"]);
/** Keywords that only inform. */
const LOST = new Set(["$comment", "contentMediaType", "contentSchema"]);

/** A schema of 3.1 in the words of 3.0. What 3.0 cannot say is reported as refused. */
export function convertSchema(schema: Json, place: string, context: SchemaContext): Json {
  const { report } = context;
  const inside = (value: Json, ...path: (string | number)[]) =>
    convertSchema(value, path.reduce<string>(pointerTo, place), context);
  const refuse = (why: string): void => {
    report.refused.push(`${place} ${why}`);
  };

  if (schema === true) return {};
  if (schema === false) return { not: {} };
  if (!isObject(schema)) {
    refuse("is not a schema");
    return {};
  }
  if (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema;
    if (Object.keys(beside).length === 0) return { $ref };
    return { allOf: [{ $ref }], ...(inside(beside) as JsonObject) };
  }
  const split = splitNull(schema);
  if (split !== undefined) {
    return orNull(split, {
      document: context.document,
      inlined: context.inlined,
      convert: (part, reference) => {
        if (reference !== undefined) report.inlined.add(reference);
        const inlined = reference === undefined ? [] : [reference];
        const deeper = { ...context, inlined: [...context.inlined, ...inlined] };
        return convertSchema(part, place, deeper) as JsonObject;
      },
      lose: (what) => report.lost.push(`${place}: ${what}`),
      refuse,
    });
  }

  const converted: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const here = pointerTo(place, keyword);
    const lose = () => report.lost.push(here);
    const rewrite = Object.hasOwn(rewritten, keyword) ? rewritten[keyword] : undefined;
    if (isExtension(keyword) || SAME.has(keyword)) converted[keyword] = value;
    else if (rewrite) Object.assign(converted, rewrite(value, { schema, lose, refuse }));
    else if (keyword === "additionalProperties" && typeof value === "boolean") {
      converted[keyword] = value;
    } else if (ONE.has(keyword)) converted[keyword] = inside(value, keyword);
    else if (LISTS.has(keyword) && Array.isArray(value)) {
      converted[keyword] = value.map((inner, index) => inside(inner, keyword, index));
    } else if (keyword === "properties" && isObject(value)) {
      converted[keyword] = Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, inside(inner, keyword, name)]),
      );
    } else if (LOST.has(keyword)) lose();
    else refuse(`has ${keyword}`);
  }
  if (converted.type === "array" && converted.items === undefined) converted.items = {};
  return converted;
}
