import { follow, isExtension, isObject, type Json, type JsonObject } from "./json.js";

/** "This or null": what it is when it is not null, and the keywords around the choice. */
interface Nullable {
  readonly other: JsonObject;
  readonly around: JsonObject;
}

interface Conversion {
  readonly document: JsonObject;
  /** References that were replaced by their targets on the way here. */
  readonly inlined: readonly string[];
  convert(schema: JsonObject, inlined?: string): JsonObject;
  lose(what: string): void;
  refuse(why: string): void;
}

const ANNOTATIONS = ["title", "description", "default", "example", "deprecated", "externalDocs"];

/** Takes "this or null" apart; undefined when a schema is not that. */
export function splitNull(schema: JsonObject): Nullable | undefined {
  for (const keyword of ["anyOf", "oneOf"]) {
    const branches = schema[keyword];
    if (!Array.isArray(branches) || branches.length !== 2) continue;
    const [other, ...more] = branches.filter((branch) => !isNull(branch));
    if (more.length > 0 || !isObject(other)) continue;
    const { [keyword]: _, ...around } = schema;
    return { other, around };
  }
  return undefined;
}

const isNull = (schema: Json) => isObject(schema) && schema.type === "null";

/**
 * "This or null" in the words of 3.0: `nullable` beside the type. A reference takes nothing beside
 * it, and inside `allOf` its target would still refuse null, so its target is put in its place.
 */
export function orNull({ other, around }: Nullable, conversion: Conversion): JsonObject {
  const { document, inlined, convert, lose, refuse } = conversion;
  const reference = typeof other.$ref === "string" ? other.$ref : undefined;
  const target = reference === undefined ? other : follow(document, reference);
  if (!isObject(target) || typeof target.type !== "string") {
    refuse("may be null, and is not of one type beside that");
    return {};
  }
  if (reference !== undefined) {
    if (inlined.includes(reference)) {
      refuse(`may be null and leads back to itself (${reference})`);
      return {};
    }
    lose(`the name of its type, ${reference}`);
  }
  const twice = Object.keys(around).filter((keyword) => keyword in target);
  const overruled = twice.filter((name) => ANNOTATIONS.includes(name) || isExtension(name));
  if (overruled.length < twice.length) refuse(`has ${twice.join(", ")} beside and inside a choice`);
  for (const keyword of overruled) lose(`${keyword} of the schema that may be null`);
  const converted = convert(target, reference);
  const values = converted.enum;
  // Listed values are all there are, so null has to be among them.
  const enumOrNull = Array.isArray(values) ? { enum: [...values, null] } : {};
  return { ...converted, nullable: true, ...enumOrNull, ...convert(around) };
}
