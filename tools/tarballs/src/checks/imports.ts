import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import type { Check, PackageFolder } from "../package-folder.js";

interface Import {
  from: string;
  to: string;
}

/** What is imported is there: files with their whole name, packages as they are declared. */
export const checkImports: Check = async (folder) => {
  const { dependencies, peerDependencies, name } = folder.manifest;
  const declared = new Set([name, ...namesOf(dependencies), ...namesOf(peerDependencies)]);
  return (await importsOf(folder, /^dist\/.+\.(js|d\.ts)$/))
    .filter(({ from, to }) =>
      to.startsWith(".")
        ? !to.endsWith(".js") || !folder.files.includes(join(from, "..", to))
        : !isBuiltin(to) && !declared.has(packageOf(to)),
    )
    .map(({ from, to }) => `${from} imports ${to}, which users do not have`);
};

/**
 * The types that users see are ours, of a peer that they chose, or of Node. Those of a dependency
 * would make its next version a breaking change of ours.
 */
export const checkPublicTypes: Check = async (folder) => {
  const peers = namesOf(folder.manifest.peerDependencies);
  return (await importsOf(folder, /^dist\/.+\.d\.ts$/))
    .filter(({ to }) => !to.startsWith(".") && !isBuiltin(to))
    .filter(({ to }) => !/^(@roomkey\/|roomkey(\/|$))/.test(to) && !peers.includes(packageOf(to)))
    .map(({ from, to }) => `${from} has types of ${to} in it`);
};

/** All imports of some files: static, dynamic, and those inside types. */
async function importsOf({ path, files }: PackageFolder, which: RegExp): Promise<Import[]> {
  const found = files
    .filter((file) => which.test(file))
    .map(async (from) => {
      const text = await readFile(join(path, from), "utf8");
      const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text, true, true);
      return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => ({
        from,
        to: fileName,
      }));
    });
  return (await Promise.all(found)).flat();
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

function namesOf(dependencies: Record<string, string> = {}): string[] {
  return Object.keys(dependencies);
}
