import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { entryPoints } from "@roomkey/api-report";
import { byImpact, type Difference } from "./difference.js";
import { compareDocuments } from "./documents/compare-documents.js";
import { documentFiles, released } from "./released.js";
import { compareTypes } from "./types/compare-types.js";
import { readReports } from "./types/read-reports.js";
import { runTypeTests } from "./types/type-tests.js";
import type { Workplace } from "./workplace.js";

/** Differences by the package that has to say so in its version. */
export type Differences = ReadonlyMap<string, readonly Difference[]>;

export const SPECS = "@roomkey/specs";

/** All that is not as it was in the last release. */
export async function findDifferences(
  workplace: Workplace,
  oasdiffPath: string | null,
): Promise<Differences> {
  const place = released(workplace.folder);
  const found = new Map<string, Difference[]>();
  const add = (name: string, differences: readonly Difference[]) => {
    if (differences.length > 0) found.set(name, [...(found.get(name) ?? []), ...differences]);
  };

  add(SPECS, await documentDifferences(workplace, oasdiffPath));
  const types = compareTypes(readReports(place.types), readReports(workplace.reports));
  for (const [name, differences] of types) add(name, differences);
  const names = new Map(
    entryPoints(workplace.packages).map((entry) => [basename(entry.folder), entry.package]),
  );
  for (const [folder, differences] of runTypeTests(place.typeTests)) {
    add(names.get(folder) ?? folder, differences);
  }
  for (const differences of found.values()) differences.sort(byImpact);
  return found;
}

/** Differences of all documents; each place says which document it is in. */
async function documentDifferences(
  { folder, bundles }: Workplace,
  oasdiffPath: string | null,
): Promise<Difference[]> {
  const before = released(folder).documents;
  const found: Difference[] = [];
  for (const name of documentFiles(before)) {
    const document = name.replace(/\.json$/, "");
    const [base, revision] = [join(before, name), join(bundles, name)];
    if (!existsSync(revision)) {
      found.push({ impact: "major", place: document, text: "is gone", saidBy: "our rules" });
      continue;
    }
    for (const one of await compareDocuments(base, revision, oasdiffPath)) {
      found.push({ ...one, place: `${document}: ${one.place}` });
    }
  }
  return found;
}
