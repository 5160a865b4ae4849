import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { EntryPoint } from "@roomkey/api-report";
import ts from "typescript";
import type { Difference } from "../difference.js";
import { compilerOptions } from "./compiler-options.js";

/** A file to keep: its path below the folder of a package, and its text. */
export interface KeptFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The type tests of a package as its users could have written them: what they import from `src/`
 * comes from the package, and what they import beside them comes along.
 */
export function portableTypeTests(folder: string, entries: readonly EntryPoint[]): KeptFile[] {
  const tests = join(folder, "test");
  if (!existsSync(tests)) return [];
  const own = entries.filter((entry) => entry.folder === folder);
  const queue = readdirSync(tests, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test-d.ts"))
    .sort()
    .map((path) => join(tests, path));
  const kept = new Map<string, KeptFile>();
  for (const file of queue) {
    if (kept.has(file)) continue;
    const text = readFileSync(file, "utf8").replaceAll(
      /(from\s+|import\()"(\.[^"]+)"/g,
      (whole: string, before: string, relativePath: string) => {
        const target = join(dirname(file), relativePath);
        const source = relative(join(folder, "src"), target);
        if (!source.startsWith("..")) return `${before}"${specifierOf(source, file, own)}"`;
        queue.push(target.replace(/\.js$/, ".ts"));
        return whole;
      },
    );
    kept.set(file, { path: relative(tests, file), text });
  }
  return [...kept.values()];
}

function specifierOf(source: string, file: string, entries: readonly EntryPoint[]): string {
  const declarations = join("dist", source.replace(/\.js$/, ".d.ts"));
  const entry = entries.find(({ types, folder }) => relative(folder, types) === declarations);
  if (entry) return entry.specifier;
  throw new Error(
    `${file} imports src/${source}, which users cannot: type tests take entry points`,
  );
}

/** TypeScript: "Unused '@ts-expect-error' directive". */
const UNUSED_EXPECTATION = 2578;

/** What type tests of the last release say about the types of today, by folder of the package. */
export function runTypeTests(folder: string): Map<string, Difference[]> {
  const found = new Map<string, Difference[]>();
  if (!existsSync(folder)) return found;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
  const program = ts.createProgram(files, compilerOptions);
  for (const file of files) {
    const source = program.getSourceFile(file);
    const path = relative(folder, file);
    const [packageFolder = ""] = path.split(/[\\/]/);
    for (const { code, start, messageText } of program.getSemanticDiagnostics(source)) {
      const line = source ? source.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
      const reason = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0];
      const differences = found.get(packageFolder) ?? [];
      differences.push({
        // What was refused and is taken now breaks nobody.
        impact: code === UNUSED_EXPECTATION ? "minor" : "major",
        place: `type test ${path}:${line}`,
        text: code === UNUSED_EXPECTATION ? "what was refused is taken now" : `${reason}`,
        saidBy: "TypeScript",
      });
      found.set(packageFolder, differences);
    }
  }
  return found;
}
