import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, type Registry, run } from "@roomkey/registry";

/** Makes a project of a user, with the newest versions of some packages. Gives its folder. */
export async function createProject(
  folder: string,
  names: readonly string[],
  registry: Registry,
): Promise<string> {
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await cp(new URL("open-sessions.mjs", import.meta.url), join(folder, "open-sessions.mjs"));
  await upgrade(folder, names, registry);
  return folder;
}

/** Brings a project to the newest versions, and expects each of them to be installed once. */
export async function upgrade(
  folder: string,
  names: readonly string[],
  registry: Registry,
): Promise<void> {
  const newest = names.map((name) => `${name}@latest`);
  await npm(["install", "--ignore-scripts", ...newest], { cwd: folder, env: registry.env });
  const lock = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8"));
  for (const name of names) {
    const places = Object.keys(lock.packages).filter((path) =>
      path.endsWith(`node_modules/${name}`),
    );
    if (places.length !== 1) throw new Error(`${name} is installed in ${places.join(" and ")}`);
  }
}

/** Opens a session on each platform's mock server, with what is installed in a project. */
export async function openSessions(folder: string, registry: Registry): Promise<void> {
  await run(process.execPath, ["open-sessions.mjs"], { cwd: folder, env: registry.env });
}
