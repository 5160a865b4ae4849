/** Scalars, the types with a value of their own. */
export const SCALARS = ["string", "integer", "number", "boolean"];

/** The types of a schema, as a list. */
export const typesOf = (schema) => [schema.type ?? []].flat();

/** The type of a schema beside null. */
export const typeOf = (schema) => typesOf(schema).find((type) => type !== "null");

/** Whether a schema is the null of "this or null". */
export const isNothing = (schema) => JSON.stringify(schema) === '{"type":"null"}';

/**
 * Whether a schema is that of a parameter or a header: these have description and example
 * themselves, and their schema is nothing but the type.
 */
export const describedOutside = (key, parent) =>
  key === "schema" && (typeof parent?.description === "string" || typeof parent?.in === "string");

/**
 * Visits a schema and all schemas inside it, through references, each once. `resolve` is that of
 * Redocly's context, `location` the place of the schema.
 */
export function eachSchema(schema, location, resolve, visit, seen = new Set()) {
  const target = resolve(schema, location.source.absoluteRef);
  if (typeof target.node !== "object" || target.node === null) return;
  const place = schema.$ref === undefined ? location : target.location;
  if (seen.has(target.node)) return;
  seen.add(target.node);
  visit(target.node, place);
  const inside = (inner, ...path) => {
    if (typeof inner !== "object" || inner === null) return;
    eachSchema(inner, place.child(path), resolve, visit, seen);
  };
  const { properties = {}, items, additionalProperties } = target.node;
  for (const [name, property] of Object.entries(properties)) inside(property, "properties", name);
  inside(items, "items");
  inside(additionalProperties, "additionalProperties");
  for (const keyword of ["anyOf", "oneOf", "allOf"]) {
    for (const [index, branch] of (target.node[keyword] ?? []).entries()) {
      inside(branch, keyword, index);
    }
  }
}
