// @ts-check
import "./parent.mjs"; // first: it remembers who started us
import { root } from "./root.mjs";
import { start } from "./start.mjs";
import { test } from "./test.mjs";

/** @type {Readonly<Record<string, (root: string, flags: string[]) => Promise<number>>>} */
const commands = { start, test };

/**
 * Runs one command of the repository.
 *
 * @param {string | undefined} name
 * @param {string[]} flags
 * @returns {Promise<number>} the exit code
 */
export async function run(name, flags) {
  const command = commands[name ?? ""];
  if (!command) {
    console.error("Usage: node tools/start/bootstrap.mjs start|test [flags]");
    return 2;
  }
  return command(root, flags);
}
