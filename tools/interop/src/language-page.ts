import { readFileSync } from "node:fs";
import { ROOT } from "./root.js";

/** What a page tells a reader to run; `session` needs the mock servers. */
const STEPS = ["install", "generate", "build", "session"];

/** A fenced block that belongs to targets: a script to run, or a file to write. */
export interface Block {
  readonly kind: "script" | "file";
  /** The step, or the path of the file. */
  readonly name: string;
  readonly code: string;
}

/** What a page tells the user of one target to do, from top to bottom. */
export type Recipe = readonly Block[];

/** A block says whose it is and what it is: ```` ```sh go-ogen generate ````. */
const FENCE = /^```\w+ (\S+) (\S+)\n([\s\S]*?)^```$/gm;

/** What `specs/languages/<page>` tells about a target. */
export function readRecipe(page: string, target: string): Recipe {
  return parseRecipe(readPage(page), target);
}

export function readPage(page: string): string {
  return readFileSync(`${ROOT}specs/languages/${page}`, "utf8");
}

export function parseRecipe(text: string, target: string): Recipe {
  return blocksOf(text)
    .filter(({ owners }) => owners.includes(target))
    .map(({ name, code }) => ({
      kind: STEPS.includes(name) ? "script" : "file",
      name,
      code,
    }));
}

/** Every block of a page that is somebody's. */
export function blocksOf(text: string) {
  return [...text.matchAll(FENCE)].map(([, owners = "", name = "", code = ""]) => ({
    owners: owners.split(","),
    name,
    code,
  }));
}
