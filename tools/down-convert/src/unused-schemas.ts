import { isObject, type Json, type JsonObject } from "./json.js";

/** Leaves out those of the schemas that nothing refers to any more. */
export function dropUnused(document: JsonObject, candidates: Iterable<string>): JsonObject {
  const { components } = document;
  if (!isObject(components) || !isObject(components.schemas)) return document;
  const used = references(document);
  const unused = new Set([...candidates].filter((reference) => !used.has(reference)));
  const schemas = Object.entries(components.schemas).filter(
    ([name]) => !unused.has(`#/components/schemas/${name}`),
  );
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

function references(node: Json, found = new Set<string>()): Set<string> {
  if (typeof node !== "object" || node === null) return found;
  if (isObject(node) && typeof node.$ref === "string") found.add(node.$ref);
  for (const member of Object.values(node)) references(member, found);
  return found;
}
