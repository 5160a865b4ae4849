import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { cacheFolder } from "../folders.js";

/** Writes each module to a file where it finds the packages, and gives the files. */
export async function writeModules<Name extends string>(
  modules: Readonly<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const folder = await cacheFolder("start");
  const files = Object.entries<string>(modules).map(async ([name, source], index) => {
    const file = `${folder}${index}.mjs`;
    await writeFile(file, source);
    return [name, file];
  });
  return Object.fromEntries(await Promise.all(files));
}

/** Milliseconds from starting a Node process until it has run a module and ended. */
export async function runProcess(file: string): Promise<number> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [file], { stdio: ["ignore", 2, 2] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return performance.now() - startedAt;
}
