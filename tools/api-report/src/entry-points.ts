import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One way into a published package: what `import "roomkey/ibm-video"` gives. */
export interface EntryPoint {
  /** Name of the package. */
  readonly package: string;
  /** What is imported: the package's name, and the subpath where there is one. */
  readonly specifier: string;
  /** Folder of the package. */
  readonly folder: string;
  /** The declarations that its `types` condition names. */
  readonly types: string;
  /** Where its report belongs, below the folder of all reports. */
  readonly report: string;
  /** Other packages that its declarations may name: peers, and packages of ours. */
  readonly mayName: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Every entry point with types of every package that is published from a folder. */
export function entryPoints(packages: string): EntryPoint[] {
  const folders = readdirSync(packages, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders.flatMap(({ name }) => ofPackage(join(packages, name), name)).sort(bySpecifier);
}

function ofPackage(folder: string, folderName: string): EntryPoint[] {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
  if (manifest.private) return [];
  const ours = Object.keys(manifest.dependencies ?? {}).filter(isOurs);
  const mayName = [manifest.name, ...ours, ...Object.keys(manifest.peerDependencies ?? {})];
  return Object.entries(manifest.exports ?? {}).flatMap(([subpath, conditions]) => {
    const types = typesOf(conditions);
    if (types === undefined) return [];
    const name = subpath === "." ? "index" : subpath.slice(2).replaceAll("/", ".");
    return {
      package: manifest.name,
      specifier: manifest.name + subpath.slice(1),
      folder,
      types: join(folder, types),
      report: `${folderName}/${name}.api.md`,
      mayName,
    };
  });
}

/** The first `types` condition, however deep. */
function typesOf(conditions: unknown): string | undefined {
  if (typeof conditions !== "object" || conditions === null) return undefined;
  if ("types" in conditions && typeof conditions.types === "string") return conditions.types;
  for (const nested of Object.values(conditions)) {
    const types = typesOf(nested);
    if (types !== undefined) return types;
  }
  return undefined;
}

const isOurs = (name: string) => name === "roomkey" || name.startsWith("@roomkey/");
const bySpecifier = (a: EntryPoint, b: EntryPoint) => (a.specifier < b.specifier ? -1 : 1);
