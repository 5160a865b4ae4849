import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, type PublishedPackage, packPackages } from "@roomkey/registry";
import { publishOrder } from "./publish-order.js";

/** Puts a tarball into a registry. */
export type Upload = (tarball: string) => Promise<void>;

/** What was published, and what the registry had already. */
export interface Publication {
  published: PublishedPackage[];
  present: PublishedPackage[];
}

/**
 * Packs every package of a built checkout and publishes the versions that a registry does not have,
 * in the order of their dependencies. Run again after a failure, it goes on where it stopped.
 *
 * @param env leads to the registry
 */
export async function publish(
  root: string,
  into: string,
  env: NodeJS.ProcessEnv,
  upload: Upload,
): Promise<Publication> {
  const packages = await Promise.all(
    (await packPackages(root, into)).map(async (one) => {
      const manifest = JSON.parse(await readFile(join(root, one.folder, "package.json"), "utf8"));
      return { ...one, dependencies: Object.keys(manifest.dependencies ?? {}) };
    }),
  );
  const publication: Publication = { published: [], present: [] };
  for (const { dependencies, ...one } of publishOrder(packages)) {
    if (await isPublished(one, root, env)) {
      publication.present.push(one);
    } else {
      await upload(one.tarball);
      publication.published.push(one);
    }
  }
  return publication;
}

async function isPublished(
  { name, version }: PublishedPackage,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  try {
    return (await npm(["view", `${name}@${version}`, "version"], { cwd, env })).trim() !== "";
  } catch (error) {
    if (String(error).includes("E404")) return false;
    throw error;
  }
}
