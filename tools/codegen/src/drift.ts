import { join } from "node:path";
import type { GeneratedFile } from "./generate.js";
import { readText } from "./read-text.js";

/** The first line at which a file is not what the documents generate. */
export interface Drift {
  readonly path: string;
  /** Line number, from 1. */
  readonly line: number;
  /** That line as it stands; undefined past the end, and where the file is missing. */
  readonly actual: string | undefined;
  /** That line as the documents generate it; undefined past its end. */
  readonly expected: string | undefined;
}

/** Compares a generated file with the one on disk; null when they are the same. */
export async function drift(root: string, { path, text }: GeneratedFile): Promise<Drift | null> {
  const current = await readText(join(root, path));
  if (current === text) return null;
  const actual = current?.split("\n") ?? [];
  const expected = text.split("\n");
  let index = 0;
  while (index < expected.length && actual[index] === expected[index]) index++;
  return { path, line: index + 1, actual: actual[index], expected: expected[index] };
}

/** Writes a drift the way a diff does: what stands there, and what belongs there. */
export function describeDrift({ path, line, actual, expected }: Drift): string {
  return [
    `${path}, line ${line}:`,
    actual === undefined ? "  - (no such line)" : `  - ${actual}`,
    expected === undefined ? "  + (no such line)" : `  + ${expected}`,
  ].join("\n");
}
