import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What the checks read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | Record<string, unknown>>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  scripts?: Record<string, string>;
  [member: string]: unknown;
}

/** An unpacked tarball. */
export interface PackageFolder {
  /** Where it is. */
  path: string;
  manifest: Manifest;
  /** All of its files, from its root, sorted. */
  files: readonly string[];
}

/** Finds fault with a package: one sentence for each, none where it is as it should be. */
export type Check = (folder: PackageFolder) => Promise<readonly string[]> | readonly string[];

/** Reads what a tarball was unpacked to. */
export async function readPackageFolder(path: string): Promise<PackageFolder> {
  const manifest = JSON.parse(await readFile(join(path, "package.json"), "utf8")) as Manifest;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
  return { path, manifest, files };
}
