/** A part of a document, written there or referred to. */
export type Reference<Target> = Target | { readonly $ref: string };

/** Follows `$ref`, as often as it takes. */
export function resolve<Target>(document: object, value: Reference<Target>): Target {
  if (typeof value !== "object" || value === null || !("$ref" in value)) return value as Target;
  const { $ref } = value as { readonly $ref: string };
  const target = $ref
    .replace("#/", "")
    .split("/")
    .reduce<unknown>((node, step) => (node as Readonly<Record<string, unknown>>)[step], document);
  return resolve(document, target as Reference<Target>);
}
