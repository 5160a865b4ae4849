import { readFile } from "node:fs/promises";

/** How large bundles may be, by the name of their entry point. */
export interface SizeBudgets {
  /** The most bytes, gzipped. */
  gzipBytes: Readonly<Record<string, number>>;
  /** The bytes of those that miss their budget. They may shrink, and have to leave when they fit. */
  missedAt?: Readonly<Record<string, number>>;
}

/** What bench/budgets.json says of sizes. */
export async function readBudgets(): Promise<SizeBudgets> {
  const file = new URL("../../../../bench/budgets.json", import.meta.url);
  return JSON.parse(await readFile(file, "utf8")).size;
}
