/** What a change asks of the next version. */
export type Impact = "major" | "minor" | "patch";

/** One thing that is not as it was in the last release. */
export interface Difference {
  readonly impact: Impact;
  /** Where: an operation, a component, an entry point. */
  readonly place: string;
  /** What changed, as a sentence without a full stop. */
  readonly text: string;
  /** Who says so: a tool, or a rule of ours. */
  readonly saidBy: string;
}

const order: readonly Impact[] = ["major", "minor", "patch"];

/** The gravest first; within one impact, by place. */
export const byImpact = (a: Difference, b: Difference): number =>
  order.indexOf(a.impact) - order.indexOf(b.impact) || a.place.localeCompare(b.place);

/** What all of them together ask of the next version; undefined where nothing changed. */
export const impactOf = (differences: readonly Difference[]): Impact | undefined =>
  order.find((impact) => differences.some((difference) => difference.impact === impact));
