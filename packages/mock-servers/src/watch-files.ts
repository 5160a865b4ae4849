import type { FSWatcher } from "node:fs";
import { watch } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";

/** Editors save in several steps; so long after the last one the file is as it is meant. */
const SETTLED_MS = 60;

/**
 * Tells when files change, also when an editor puts new ones in their place.
 *
 * @returns what ends it.
 */
export function watchFiles(files: readonly string[], onChange: (file: string) => void): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const watchers: FSWatcher[] = [];
  const folders = new Set(files.map((file) => dirname(resolve(file))));
  for (const folder of folders) {
    const here = files.filter((file) => dirname(resolve(file)) === folder);
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      for (const file of here) {
        if (name !== null && basename(file) !== name) continue;
        clearTimeout(timers.get(file));
        timers.set(
          file,
          setTimeout(async () => {
            if (!(await isEmpty(file))) onChange(file);
          }, SETTLED_MS),
        );
      }
    });
    // A folder that goes away takes its files along; the servers stay.
    watcher.on("error", () => {});
    watchers.push(watcher);
  }
  return () => {
    for (const watcher of watchers) watcher.close();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** A file that is being written is empty first; what is written then is a change of its own. */
async function isEmpty(file: string): Promise<boolean> {
  return stat(file).then(
    ({ size }) => size === 0,
    () => false,
  );
}
