import { readFile } from "node:fs/promises";
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

/** The folders of the packages that are published, from the root of an installed checkout. */
export async function publishedPackages(root: string): Promise<string[]> {
  const query = await npm(["query", ".workspace"], { cwd: root, env: clientEnvironment() });
  const workspaces: { location: string; private?: boolean }[] = JSON.parse(query);
  const folders = workspaces.filter((workspace) => workspace.private !== true);
  if (folders.length === 0) throw new Error(`${root} has no packages, or nothing is installed`);
  return folders.map(({ location }) => location).sort();
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
      const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
      const { name, version } = manifest;
      const filename = fileOf.get(name);
      if (filename === undefined) throw new Error(`npm pack made no tarball of ${name}`);
      return { name, version, folder, tarball: join(into, filename) };
    }),
  );
}
