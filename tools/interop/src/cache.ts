import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { TargetResults } from "./results.js";
import { CACHE, ROOT } from "./root.js";

/** Everything of ours that decides about a result, but not how it is judged. */
const OURS = [
  "packages/mock-servers/dist",
  "tools/contract/src/recording-proxy.ts",
  "tools/vectors/src",
  ...["exercise", "language-page", "run-shell", "try-target"].map(
    (name) => `tools/interop/src/${name}.ts`,
  ),
];

/** A digest of texts and of files, or of all files below folders. */
export function digest(texts: readonly string[], paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  for (const path of paths) {
    for (const file of filesBelow(path)) {
      hash.update(relative(path, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

/** A digest of the mock servers, the vectors' comparison and this tool. */
export function ownDigest(): string {
  return digest(
    [],
    OURS.map((path) => join(ROOT, path)),
  );
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith(".map"))
    .sort();
}

/** What was found with the same inputs before. */
export function recall(target: string, key: string): TargetResults | undefined {
  const file = `${CACHE}results/${target}-${key}.json`;
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as TargetResults;
}

export function remember(target: string, key: string, results: TargetResults): void {
  mkdirSync(`${CACHE}results`, { recursive: true });
  writeFileSync(`${CACHE}results/${target}-${key}.json`, JSON.stringify(results));
}
