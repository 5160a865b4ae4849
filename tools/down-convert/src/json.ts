export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isExtension = (member: string): boolean => member.startsWith("x-");

/** What a reference inside the document leads to; undefined when it leads elsewhere or nowhere. */
export function follow(document: JsonObject, reference: Json | undefined): Json | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#/")) return undefined;
  return reference
    .slice(2)
    .split("/")
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<Json | undefined>((node, key) => (isObject(node) ? node[key] : undefined), document);
}
