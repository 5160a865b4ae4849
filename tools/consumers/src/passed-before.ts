import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Which cases passed with which fingerprint, kept in a file. A failure is never remembered. */
export interface PassedBefore {
  has(name: string, fingerprint: string): boolean;
  add(name: string, fingerprint: string): Promise<void>;
}

export async function passedBefore(file: string): Promise<PassedBefore> {
  const passed = new Map<string, unknown>(Object.entries(await read(file)));
  let writing = Promise.resolve();
  return {
    has: (name, fingerprint) => passed.get(name) === fingerprint,
    add(name, fingerprint) {
      passed.set(name, fingerprint);
      // At once, so that an interrupted run keeps what it has done; in turn, to keep the file whole.
      writing = writing.then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, JSON.stringify(Object.fromEntries(passed), null, 2));
      });
      return writing;
    },
  };
}

async function read(file: string): Promise<object> {
  try {
    return Object(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // There is none yet, or somebody broke it: then nothing is known to have passed.
    return {};
  }
}
