import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publishedPackages } from "@roomkey/registry";

/** A package that gets a new version. */
export interface VersionBump {
  name: string;
  from: string;
  to: string;
}

/** The version of each published package of a checkout. */
export async function readVersions(root: string): Promise<Map<string, string>> {
  const versions = new Map<string, string>();
  for (const folder of await publishedPackages(root)) {
    const { name, version } = JSON.parse(
      await readFile(join(root, folder, "package.json"), "utf8"),
    );
    versions.set(name, version);
  }
  return versions;
}

/** What is different about the versions of a checkout. */
export function bumps(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): VersionBump[] {
  return [...after].flatMap(([name, to]) => {
    const from = before.get(name) ?? "none";
    return from === to ? [] : [{ name, from, to }];
  });
}
