import type { OpenApiDocument, Schema } from "./document.js";
import { Refusal } from "./refusal.js";
import { resolve } from "./resolve.js";
import { withoutNull } from "./schema-type.js";

/**
 * Paths of the members that a schema requires: `chat.user.id`, with `[]` for the items of an array.
 *
 * A path means: where the parent is there, the member is there. So members below an optional or
 * nullable object are listed too. Of several variants only what all of them require is listed, and a
 * schema that holds itself is listed once: a client must never refuse an answer that the document
 * allows.
 */
export function requiredPaths(document: OpenApiDocument, schema: Schema): string[] {
  const paths = new Set<string>();
  for (const path of walk(document, schema, "", [])) paths.add(path);
  return [...paths];
}

/** `open` holds the schemas that the walk is inside of. */
function walk(
  document: OpenApiDocument,
  from: Schema,
  prefix: string,
  open: readonly Schema[],
): string[] {
  const schema = resolve<Schema>(document, from);
  if (open.includes(schema)) return [];
  const inside = [...open, schema];
  const below = (part: Schema, at: string) => walk(document, part, at, inside);

  const paths = (schema.allOf ?? []).flatMap((part) => below(part, prefix));
  for (const variants of [schema.anyOf, schema.oneOf]) {
    if (variants === undefined) continue;
    const [first = [], ...others] = withoutNull(document, variants).map((v) => below(v, prefix));
    paths.push(...first.filter((path) => others.every((other) => other.includes(path))));
  }
  paths.push(...ofObject(document, schema, prefix, below));
  if (schema.items !== undefined) paths.push(...below(schema.items, `${prefix}[]`));
  return paths;
}

function ofObject(
  document: OpenApiDocument,
  schema: Schema,
  prefix: string,
  below: (part: Schema, at: string) => string[],
): string[] {
  const paths: string[] = [];
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required);
  for (const [name, member] of properties) {
    // What only a request may hold is never in an answer.
    if (resolve<Schema>(document, member).writeOnly === true) required.delete(name);
    const at = join(prefix, name);
    if (required.delete(name)) paths.push(at);
    paths.push(...below(member, at));
  }
  for (const name of required) paths.push(join(prefix, name));
  return paths;
}

function join(prefix: string, name: string): string {
  if (name === "" || name.includes(".") || name.includes("[")) {
    throw new Refusal(`member ${JSON.stringify(name)}: a path cannot name it unambiguously`);
  }
  return prefix === "" ? name : `${prefix}.${name}`;
}
