import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const root: string = fileURLToPath(new URL("../../..", import.meta.url));

/** This workspace: what stands in it finds every peer in `node_modules`. */
export const workspace: string = fileURLToPath(new URL("..", import.meta.url));

/** The budgets, and where results go. */
export const budgetsFile: string = fileURLToPath(
  new URL("../../../bench/budgets.json", import.meta.url),
);
export const resultsFolder: string = fileURLToPath(
  new URL("../../../bench/results/", import.meta.url),
);

/** A folder for what a run makes for itself, below the workspace; not committed. */
export async function cacheFolder(name: string): Promise<string> {
  const folder = fileURLToPath(new URL(`../.cache/${name}/`, import.meta.url));
  await mkdir(folder, { recursive: true });
  return folder;
}
