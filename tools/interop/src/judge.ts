import type { Vector } from "@roomkey/vectors";
import type { KnownGap } from "./known-gaps.js";
import type { TargetResults } from "./results.js";

/** How a vector ended: as it is, with the help of the page, or not at all. */
export type Ending = "exact" | "same" | "helped" | "gap";

export interface Verdict {
  readonly endings: Readonly<Record<string, Ending>>;
  /** The gap that a vector belongs to, by its place in the list. */
  readonly gaps: Readonly<Record<string, KnownGap>>;
  /** What nobody expected, for people to read. */
  readonly surprises: readonly string[];
}

/** Holds results against what is known: an unexpected failure counts, and so does an unexpected success. */
export function judge(
  target: string,
  vectors: readonly Vector[],
  { plain = {}, helped = {} }: TargetResults,
  known: readonly KnownGap[],
): Verdict {
  const own = known.filter((gap) => gap.target === target);
  const endings: Record<string, Ending> = {};
  const gaps: Record<string, KnownGap> = {};
  const surprises: string[] = [];
  for (const { id } of vectors) {
    const result = plain[id];
    const matching = own.filter((gap) => gap.vectors.some((pattern) => matches(pattern, id)));
    const [gap, second] = matching;
    if (second !== undefined) surprises.push(`${id} stands in two known gaps`);
    if (gap !== undefined) gaps[id] = gap;
    if (result === undefined) {
      endings[id] = "gap";
      surprises.push(`${id} has no result`);
    } else if (result.differences.length === 0) {
      endings[id] = result.exact ? "exact" : "same";
      if (gap !== undefined) surprises.push(`${id} passes: its known gap can go (${gap.reason})`);
    } else {
      const left = helped[id]?.differences ?? result.differences;
      endings[id] = left.length === 0 ? "helped" : "gap";
      if (gap === undefined) {
        const how = left.length === 0 ? "needs help" : "fails";
        surprises.push(
          `${id} ${how}: ${(left.length === 0 ? result.differences : left).join("; ")}`,
        );
      } else if (gap.helped && left.length > 0) {
        surprises.push(`${id} fails with help: ${left.join("; ")}`);
      } else if (!gap.helped && left.length === 0) {
        surprises.push(`${id} passes with help, its known gap says that none helps`);
      }
    }
  }
  for (const gap of own) {
    const unused = gap.vectors.filter((pattern) => !vectors.some(({ id }) => matches(pattern, id)));
    for (const pattern of unused) surprises.push(`no vector is called ${pattern}`);
  }
  return { endings, gaps, surprises: surprises.map(shorten) };
}

/** Bytes that differ can be long. */
function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** `*` stands for anything. */
export function matches(pattern: string, id: string): boolean {
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(id);
}
