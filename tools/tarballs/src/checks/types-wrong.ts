import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkPackage, Package } from "@arethetypeswrong/core";
import type { Check } from "../package-folder.js";

/**
 * Are The Types Wrong? finds nothing but what follows from two decisions: packages are ES modules,
 * which Node 20.19 and newer also `require()`, and entry points are named in `exports` alone, which
 * TypeScript's `node10` does not read.
 */
export const checkTypesWrong: Check = async ({ path, manifest, files }) => {
  const prefix = `/node_modules/${manifest.name}/`;
  const contents = await Promise.all(
    files.map(async (file) => [`${prefix}${file}`, await readFile(join(path, file))] as const),
  );
  const analysed = new Package(Object.fromEntries(contents), manifest.name, manifest.version);
  const analysis = await checkPackage(analysed);
  if (!analysis.types) return [];
  return analysis.problems
    .filter(({ kind }) => kind !== "CJSResolvesToESM")
    .filter((problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10"))
    .map((problem) => `attw: ${JSON.stringify(problem)}`);
};
