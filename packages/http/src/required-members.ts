/**
 * The first of the required paths that a value lacks, or null when all are there. A path is
 * `chat.user.id`, with `[]` for every item of an array; what lies below an absent or null object is
 * not asked for, unless the object itself is a required path.
 */
export function missingMember(value: unknown, paths: readonly string[]): string | null {
  return (
    paths.find((path) => lacks(value, Array.from(path.matchAll(/[^.[\]]+|\[\]/g), String))) ?? null
  );
}

function lacks(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return value === undefined;
  if (typeof value !== "object" || value === null) return false;
  if (step === "[]") return Array.isArray(value) && value.some((item) => lacks(item, rest));
  return lacks((value as Readonly<Record<string, unknown>>)[step], rest);
}
