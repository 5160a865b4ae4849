import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { clientEnvironment } from "./client-environment.js";
import { npm } from "./npm.js";
import { removeLeftovers } from "./remove-leftovers.js";

/** A package of this repository that users install. */
export interface PublishedPackage {
  name: string;
  version: string;
  /** Its folder, from the root of the repository. */
  folder: string;
  /** Its packed tarball. */
  tarball: string;
}

/** The folders of the packages that are published, from the root of a checkout. */
export async function publishedPackages(root: string): Promise<string[]> {
  const { workspaces } = await readManifest(root);
  const folders = await Promise.all((workspaces ?? []).map((pattern) => foldersOf(root, pattern)));
  const isPublished = await Promise.all(
    folders.flat().map(async (folder) => !(await readManifest(join(root, folder))).private),
  );
  return folders.flat().filter((_, index) => isPublished[index]);
}

/** The folders of a workspace pattern: one that is named, or all that are in it. */
async function foldersOf(root: string, pattern: string): Promise<string[]> {
  if (!pattern.endsWith("/*")) return [pattern];
  const parent = pattern.slice(0, -2);
  const entries = await readdir(join(root, parent));
  const folders = entries.sort().map((entry) => join(parent, entry));
  return folders.filter((folder) => existsSync(join(root, folder, "package.json")));
}

async function readManifest(
  folder: string,
): Promise<{ name: string; version: string; private?: boolean; workspaces?: string[] }> {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

/** Packs every published package of a checkout, which must be built, into a folder that exists. */
export async function packPackages(root: string, into: string): Promise<PublishedPackage[]> {
  const folders = await publishedPackages(root);
  await Promise.all(folders.map((folder) => removeLeftovers(join(root, folder))));
  const workspaces = folders.flatMap((folder) => ["--workspace", folder]);
  const flags = ["--json", "--pack-destination", into];
  const output = await npm(["pack", ...workspaces, ...flags], {
    cwd: root,
    env: clientEnvironment(),
  });
  const packed = Object.values(JSON.parse(output)) as { name: string; filename: string }[];
  const fileOf = new Map(packed.map(({ name, filename }) => [name, filename]));
  return Promise.all(
    folders.map(async (folder) => {
      const { name, version } = await readManifest(join(root, folder));
      const filename = fileOf.get(name);
      if (filename === undefined) throw new Error(`npm pack made no tarball of ${name}`);
      return { name, version, folder, tarball: join(into, filename) };
    }),
  );
}
