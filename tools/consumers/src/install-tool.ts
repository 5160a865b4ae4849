import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { clientEnvironment, npm } from "@roomkey/registry";
import { type InstalledTool, packageOf } from "./tools.js";

/** Installs a tool below a folder, where it is found again the next time. Gives the file to run. */
export async function installTool(
  name: InstalledTool,
  below: string,
  signal: AbortSignal,
): Promise<string> {
  const { package: source, version, file } = packageOf(name);
  if (source === null) throw new Error(`${name} is not to be had here`);
  const home = join(below, `${name}@${version}`);
  const path = join(home, "node_modules", source, file);
  if (existsSync(path)) return path;

  await mkdir(below, { recursive: true });
  // Under another name until it is complete, so that one that was interrupted is not used.
  const partial = await mkdtemp(join(below, "partial-"));
  try {
    await writeFile(join(partial, "package.json"), '{ "private": true }\n');
    const flags = ["--save-exact", "--ignore-scripts", "--no-package-lock"];
    await npm(["install", `${source}@${version}`, ...flags], {
      cwd: partial,
      env: clientEnvironment(),
      signal,
    });
    await rename(partial, home);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return path;
}
