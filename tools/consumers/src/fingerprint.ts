import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** A digest of files, of all files in folders, and of words. */
export async function fingerprint(
  paths: readonly string[],
  words: readonly string[],
): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(words));
  for (const path of paths) {
    for (const file of await filesOf(path)) {
      const digest = createHash("sha256")
        .update(await readFile(file))
        .digest("hex");
      hash.update(JSON.stringify([file.slice(path.length), digest]));
    }
  }
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
