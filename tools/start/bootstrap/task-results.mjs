// @ts-check
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ id: string, task: string, package: string, ok: boolean, cached: boolean, ms: number, log: string }} TaskResult */

/** @typedef {{ taskId: string, task: string, package: string, logFile?: string, cache: { status: string }, execution?: { exitCode?: number | null, startTime: number, endTime: number } }} SummarizedTask */

/** @param {string} root */
const folder = (root) => join(root, ".turbo", "runs");

/**
 * Removes the summaries of earlier runs: turbo writes one per run, and never clears one away.
 *
 * @param {string} root
 */
export function forgetTaskResults(root) {
  rmSync(folder(root), { recursive: true, force: true });
}

/**
 * Reads what `turbo run --summarize` wrote down.
 *
 * @param {string} root
 * @returns {TaskResult[]} every task that turbo ran or replayed; not those it never came to
 */
export function readTaskResults(root) {
  if (!existsSync(folder(root))) return [];
  return readdirSync(folder(root))
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => readSummary(join(folder(root), name)))
    .map((task) => toResult(root, task));
}

/**
 * @param {string} file
 * @returns {SummarizedTask[]}
 */
function readSummary(file) {
  /** @type {SummarizedTask[]} */
  const tasks = JSON.parse(readFileSync(file, "utf8")).tasks;
  return tasks.filter((task) => task.execution);
}

/**
 * @param {string} root
 * @param {SummarizedTask} task
 * @returns {TaskResult}
 */
function toResult(root, task) {
  // A task that turbo may not cache has no log.
  const file = join(root, task.logFile ?? "");
  const { exitCode, startTime, endTime } = task.execution ?? { startTime: 0, endTime: 0 };
  return {
    id: task.taskId,
    task: task.task,
    package: task.package,
    ok: exitCode === 0,
    cached: task.cache.status === "HIT",
    ms: endTime - startTime,
    log: task.logFile && existsSync(file) ? readFileSync(file, "utf8") : "",
  };
}
