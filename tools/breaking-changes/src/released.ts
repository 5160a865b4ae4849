import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { entryPoints } from "@roomkey/api-report";
import { portableTypeTests } from "./types/type-tests.js";
import type { Workplace } from "./workplace.js";

/** What was last released, as it is kept in a folder. */
export const released = (folder: string) => ({
  documents: join(folder, "documents"),
  types: join(folder, "types"),
  typeTests: join(folder, "type-tests"),
  versions: join(folder, "versions.json"),
});

export type Versions = Readonly<Record<string, string>>;

/** The versions that the kept state is of; empty where nothing is kept. */
export function releasedVersions(folder: string): Versions {
  const file = released(folder).versions;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Versions) : {};
}

/** The versions that package.json files say now, by package. */
export function presentVersions({ packages, specs }: Workplace): Versions {
  const folders = [specs, ...readdirSync(packages).map((name) => join(packages, name))];
  const manifests = folders
    .map((folder) => join(folder, "package.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")))
    .filter((manifest) => !manifest.private)
    .map((manifest) => [manifest.name as string, manifest.version as string] as const);
  return Object.fromEntries(manifests.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Documents of a folder: the 3.1 bundles as JSON, which everything else is made from. */
export function documentFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[a-z-]+\.json$/.test(name));
}

/** Keeps the present state as what was last released. */
export function keepAsReleased(workplace: Workplace, documents: readonly string[]): void {
  const { folder, bundles, reports, packages } = workplace;
  const place = released(folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(place.documents, { recursive: true });
  for (const name of documents) cpSync(join(bundles, name), join(place.documents, name));
  if (existsSync(reports)) cpSync(reports, place.types, { recursive: true });
  const entries = entryPoints(packages);
  for (const packageFolder of new Set(entries.map((entry) => entry.folder))) {
    for (const { path, text } of portableTypeTests(packageFolder, entries)) {
      const file = join(place.typeTests, basename(packageFolder), path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  writeFileSync(place.versions, `${JSON.stringify(presentVersions(workplace), null, 2)}\n`);
}
