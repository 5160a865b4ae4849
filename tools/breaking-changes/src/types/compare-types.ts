import type { Difference } from "../difference.js";
import { compareEntry } from "./compare-entry.js";
import { comparisonFile } from "./comparison-file.js";
import type { Report } from "./read-reports.js";
import { createTypeWorld, type Reports, type TypeWorld } from "./type-world.js";
import { usageOf } from "./usage.js";

/** How the public types of each package differ from those of the last release. */
export function compareTypes(released: Reports, present: Reports): Map<string, Difference[]> {
  const differences = new Map<string, Difference[]>();
  const add = ({ package: name }: Report, found: readonly Difference[]) =>
    differences.set(name, [...(differences.get(name) ?? []), ...found]);

  for (const report of present.values()) {
    if (!released.has(report.specifier)) add(report, [entryPoint(report, "minor", "is new")]);
  }
  for (const report of released.values()) {
    if (!present.has(report.specifier)) add(report, [entryPoint(report, "major", "is gone")]);
  }
  const changed = [...released.values()].filter(
    ({ specifier }) => present.has(specifier) && isOtherwise(specifier, released, present),
  );
  if (changed.length === 0) return differences;

  const comparisons = new Map(changed.map((report) => [report.specifier, fileFor(report)]));
  const world = createTypeWorld({ released, present }, comparisons);
  // TypeScript cannot tell of every generic that it is the same as its twin. What it refuses even
  // where nothing changed is no news.
  let control: TypeWorld | undefined;
  const ofReleaseItself = () => {
    control ??= createTypeWorld({ released, present: released }, comparisons);
    return control;
  };
  for (const report of changed) add(report, compareEntry(world, ofReleaseItself, report.specifier));
  return differences;

  function usages(): TypeWorld {
    const known =
      worlds.get(released) ?? createTypeWorld({ released, present: new Map() }, new Map());
    worlds.set(released, known);
    return known;
  }

  function fileFor(report: Report): string {
    const { checker, module } = usages();
    const usage = usageOf(checker, module("released", report.specifier));
    return comparisonFile(report, present.get(report.specifier) ?? report, usage);
  }
}

/** The released types alone, which tell how each is used. */
const worlds = new WeakMap<Reports, TypeWorld>();

/** An entry point is another when its report changed, or one that it imports, however far. */
function isOtherwise(
  specifier: string,
  released: Reports,
  present: Reports,
  seen: Set<string> = new Set(),
): boolean {
  const before = released.get(specifier)?.declarations;
  if (before === undefined || seen.has(specifier)) return false;
  seen.add(specifier);
  if (before !== present.get(specifier)?.declarations) return true;
  const imported = [...before.matchAll(/from '([^']+)'/g)].map(([, name]) => name ?? "");
  return imported.some((name) => isOtherwise(name, released, present, seen));
}

const entryPoint = (
  { specifier }: Report,
  impact: "major" | "minor",
  text: string,
): Difference => ({ impact, place: specifier, text, saidBy: "API report" });
