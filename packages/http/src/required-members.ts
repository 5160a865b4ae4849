/** A path of the operation table, cut into its steps. */
type Steps = readonly string[];

const cut = new WeakMap<readonly string[], readonly Steps[]>();

/**
 * The first of the required paths that a value lacks; undefined when all are there. A path is
 * `chat.user.id`, with `[]` for every item of an array; what lies below an absent or null object is
 * not asked for, unless the object itself is a required path.
 */
export function missingMember(value: unknown, paths: readonly string[]): string | undefined {
  return paths[stepsOf(paths).findIndex((steps) => lacks(value, steps, 0))];
}

/** Cut once for each operation: every answer is held against the same paths. */
function stepsOf(paths: readonly string[]): readonly Steps[] {
  const known = cut.get(paths);
  if (known) return known;
  const steps = paths.map((path) => path.match(/[^.[\]]+|\[\]/g) as Steps);
  cut.set(paths, steps);
  return steps;
}

function lacks(value: unknown, steps: Steps, at: number): boolean {
  const step = steps[at];
  if (step === undefined) return value === undefined;
  if (typeof value !== "object" || value === null) return false;
  if (step === "[]") return Array.isArray(value) && someLacks(value, steps, at + 1);
  return lacks((value as Readonly<Record<string, unknown>>)[step], steps, at + 1);
}

/** Apart from `lacks`, which would else make a closure for every step of every path. */
function someLacks(items: readonly unknown[], steps: Steps, at: number): boolean {
  return items.some((item) => lacks(item, steps, at));
}
