import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, packPackages, startRegistry } from "@roomkey/registry";
import type { TestProject } from "vitest/node";
import { unpack } from "../src/unpack.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The names of all published packages. */
    names: string[];
    /** A folder with each package unpacked, under its name. */
    unpacked: string;
    /** A project with the packages of the clients installed from a registry. */
    project: string;
    /** A registry that has them all. */
    registry: string;
  }
}

/** Packs, publishes and installs everything once for all tests, the way it comes to users. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "roomkey-tarballs-"));
  const [unpacked, project] = [join(home, "unpacked"), join(home, "project")];
  const root = fileURLToPath(new URL("../../..", import.meta.url));
  const packages = await packPackages(root, home);
  for (const { name, tarball } of packages) {
    await unpack(tarball, join(unpacked, name));
  }
  const registry = await startRegistry();
  await registry.publish(packages.map(({ tarball }) => tarball));
  await mkdir(project);
  await writeFile(join(project, "package.json"), JSON.stringify({ type: "module" }));
  const names = packages.map(({ name }) => name);
  const clients = names.filter((name) => !/specs|mock-servers/.test(name));
  await npm(["install", ...clients], { cwd: project, env: registry.env });
  provide("names", names);
  provide("unpacked", unpacked);
  provide("project", project);
  provide("registry", registry.url);
  return async () => {
    await registry.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  };
}
