import type { Difference } from "../difference.js";
import { oasdiff } from "./oasdiff.js";
import { redoclyDiff } from "./redocly-diff.js";

/** How a document differs from the one of the last release; without oasdiff, as Redocly sees it. */
export async function compareDocuments(
  base: string,
  revision: string,
  oasdiffPath: string | null,
): Promise<Difference[]> {
  const [first, second] = await Promise.all([
    redoclyDiff(base, revision),
    oasdiffPath === null ? [] : oasdiff(oasdiffPath, base, revision),
  ]);
  return withSecondOpinion(first, second);
}

/**
 * The first opinion, which tells all there is, with what the second alone finds breaking: a change
 * breaks when either of them says so. Where both say it, once is enough.
 */
export function withSecondOpinion(
  first: readonly Difference[],
  second: readonly Difference[],
): Difference[] {
  const known = new Set(first.filter(isMajor).map(({ place }) => place));
  return [...first, ...second.filter((one) => isMajor(one) && !known.has(one.place))];
}

const isMajor = ({ impact }: Difference) => impact === "major";
