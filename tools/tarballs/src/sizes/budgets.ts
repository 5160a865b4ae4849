import { readFile } from "node:fs/promises";

/** The most gzipped bytes of each entry point that has a budget. */
export async function readBudgets(): Promise<Record<string, number>> {
  const file = new URL("../../../../bench/budgets.json", import.meta.url);
  const { size } = JSON.parse(await readFile(file, "utf8"));
  return size.gzipBytes;
}
