import { mkdir, writeFile } from "node:fs/promises";
import { resultsFolder } from "../folders.js";
import { plot } from "./plot.js";
import type { RowResult } from "./row-result.js";

/** Writes a row's result and its plot to `bench/results/`. */
export async function saveResult(result: RowResult): Promise<void> {
  await mkdir(resultsFolder, { recursive: true });
  const file = `${resultsFolder}${result.row}`;
  await writeFile(`${file}.json`, `${JSON.stringify(result, null, 2)}\n`);
  await writeFile(`${file}.svg`, plot(result));
}
