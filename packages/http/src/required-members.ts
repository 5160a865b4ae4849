/**
 * The first of the required paths that a value lacks; undefined when all are there. A path is
 * `chat.user.id`, with `[]` for every item of an array; what lies below an absent or null object is
 * not asked for, unless the object itself is a required path.
 */
export function missingMember(value: unknown, paths: readonly string[]): string | undefined {
  return paths.find((path) => lacks(value, path.match(/[^.[\]]+|\[\]/g) as readonly string[]));
}

function lacks(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value === undefined;
  if (typeof value !== "object" || value === null) return false;
  if (step === "[]") return Array.isArray(value) && value.some((item) => lacks(item, rest));
  return lacks((value as Readonly<Record<string, unknown>>)[step], rest);
}
