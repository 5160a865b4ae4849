import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What `tsc` writes for `src/<name>.ts`. */
const compiled = /^(.+?)(\.d\.ts|\.js)(\.map)?$/;

/**
 * Removes from `dist` what was compiled of a source that is gone. Neither the compiler nor turbo's
 * cache does, and `npm pack` takes whatever is there.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const [source, output] = [join(folder, "src"), join(folder, "dist")];
  if (!existsSync(source)) return;
  for (const file of await readdir(output, { recursive: true })) {
    const name = compiled.exec(file)?.[1];
    if (name !== undefined && !existsSync(join(source, `${name}.ts`))) {
      await rm(join(output, file));
    }
  }
}
