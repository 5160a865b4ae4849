import type { Maybe, OpenApiDocument } from "./document.js";
import { Refusal } from "./refusal.js";

/**
 * Follows `$ref` until something else comes. A bundle holds only references into itself.
 *
 * @throws Refusal when a reference leads out of the document, to nothing, or round in a circle.
 */
export function resolve<Node extends object>(document: OpenApiDocument, node: Maybe<Node>): Node {
  const seen = new Set<string>();
  let current: Maybe<Node> = node;
  while (isReference(current)) {
    const { $ref } = current;
    if (seen.has($ref)) throw new Refusal(`the reference ${$ref} leads to itself`);
    seen.add($ref);
    current = follow(document, $ref) as Maybe<Node>;
  }
  return current;
}

function isReference<Node extends object>(node: Maybe<Node>): node is { readonly $ref: string } {
  return "$ref" in node && typeof node.$ref === "string";
}

function follow(document: OpenApiDocument, ref: string): object {
  if (!ref.startsWith("#/")) throw new Refusal(`the reference ${ref} leads out of the bundle`);
  let target: unknown = document;
  for (const segment of ref.slice(2).split("/")) {
    const key = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    target = isObject(target) && Object.hasOwn(target, key) ? target[key] : undefined;
  }
  if (!isObject(target)) throw new Refusal(`the reference ${ref} leads to nothing`);
  return target;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
