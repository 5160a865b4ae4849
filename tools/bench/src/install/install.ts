import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm, type Registry } from "@roomkey/registry";

/** What one `npm install` brought. */
export interface Installation {
  readonly packages: number;
  readonly bytes: number;
  readonly seconds: number;
}

/** Installs one package into an empty project, with an empty cache, and looks at what came. */
export async function install(specifier: string, registry: Registry): Promise<Installation> {
  const project = await mkdtemp(join(tmpdir(), "roomkey-install-"));
  try {
    await writeFile(join(project, "package.json"), '{ "name": "project", "private": true }');
    const env = { ...registry.env, npm_config_cache: join(project, ".npm") };
    const startedAt = performance.now();
    await npm(["install", "--ignore-scripts", specifier], { cwd: project, env });
    const seconds = (performance.now() - startedAt) / 1000;
    const lock = JSON.parse(await readFile(join(project, "package-lock.json"), "utf8"));
    // One entry is the project itself.
    const packages = Object.keys(lock.packages).length - 1;
    return { packages, bytes: await sizeOf(join(project, "node_modules")), seconds };
  } finally {
    await rm(project, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Bytes of the files that came with packages; npm's own notes stand beside them. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== ".package-lock.json");
  const sizes = files.map(async (file) => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
