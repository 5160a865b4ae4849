import { cp, mkdir, readdir, realpath, symlink } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { clientEnvironment, run } from "@roomkey/registry";

/**
 * Copies what git knows, or would know, of a checkout, and commits it there. The installed packages
 * are linked, those of the repository itself to the copy. Nothing done in the copy shows here.
 */
export async function copyRepository(root: string, copy: string): Promise<void> {
  const git = (cwd: string, ...args: string[]) =>
    run("git", args, { cwd, env: clientEnvironment() });
  const listed = await git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  const deleted = new Set((await git(root, "ls-files", "-z", "--deleted")).split("\0"));
  const files = new Set(listed.split("\0").filter((file) => file !== "" && !deleted.has(file)));
  for (const file of files) await cp(join(root, file), join(copy, file));
  await git(copy, "init", "--quiet", "--initial-branch=main");
  await git(copy, "add", "--all");
  const author = ["-c", "user.name=Roomkey", "-c", "user.email=roomkey@example.com"];
  await git(copy, ...author, "commit", "--quiet", "--message", "Copy");
  for (const file of files) {
    if (basename(file) === "package.json") {
      await linkPackages(root, copy, join(dirname(file), "node_modules"));
    }
  }
}

/** Makes a `node_modules` with the same entries as the one of the checkout, where it has one. */
async function linkPackages(root: string, copy: string, modules: string): Promise<void> {
  const names = await readdir(join(root, modules)).catch(() => []);
  for (const name of names.filter((name) => name === ".bin" || !name.startsWith("."))) {
    const entries = name.startsWith("@")
      ? (await readdir(join(root, modules, name))).map((part) => join(name, part))
      : [name];
    for (const entry of entries) {
      const place = join(copy, modules, entry);
      await mkdir(dirname(place), { recursive: true });
      await symlink(await targetOf(root, copy, join(modules, entry)), place);
    }
  }
}

async function targetOf(root: string, copy: string, entry: string): Promise<string> {
  const target = await realpath(join(root, entry));
  const inside = relative(await realpath(root), target);
  const isOurs = !inside.startsWith("..") && !inside.split(sep).includes("node_modules");
  return isOurs ? join(copy, inside) : target;
}
