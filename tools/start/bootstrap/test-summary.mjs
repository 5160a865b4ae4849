// @ts-check
import { vitestTotals } from "./test-totals.mjs";

/** @typedef {import("./task-results.mjs").TaskResult} TaskResult */
/** @typedef {import("./test-totals.mjs").Totals} Totals */

/** Tasks that turbo runs because others need them. */
const PREREQUISITES = new Set(["build", "bundle"]);

/**
 * What a run of the checks amounts to: one line for each task, and the totals.
 *
 * Passed and skipped count tests. Failed counts failed tests, and one for each other task that
 * failed, so that it is 0 exactly when everything is in order. A run of tests whose totals cannot
 * be read counts as a failure: a sum that leaves some out would not be true.
 *
 * @param {readonly TaskResult[]} results
 * @returns {{ lines: string[], totals: Totals }}
 */
export function testSummary(results) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const lines = [];
  const width = Math.max(0, ...results.map(({ id }) => id.length));
  for (const result of [...results].sort((a, b) => a.id.localeCompare(b.id))) {
    const own = totalsOf(result);
    totals.passed += own.passed;
    totals.failed += own.failed;
    totals.skipped += own.skipped;
    const verdict = own.failed > 0 ? "FAILED" : "ok";
    const time = result.cached ? "cached" : `${(result.ms / 1000).toFixed(1)} s`;
    const tests = result.task === "test" ? `  ${own.passed} passed, ${own.failed} failed` : "";
    lines.push(`${verdict.padEnd(6)} ${result.id.padEnd(width)} ${time.padStart(7)}${tests}`);
  }
  if (results.some(({ task, ok }) => !ok && PREREQUISITES.has(task))) {
    lines.push("What needs a task that failed did not run.");
  }
  return { lines, totals };
}

/**
 * @param {TaskResult} result
 * @returns {Totals}
 */
function totalsOf({ task, ok, log }) {
  if (task !== "test") return { passed: 0, failed: ok ? 0 : 1, skipped: 0 };
  const totals = vitestTotals(log);
  if (!totals) return { passed: 0, failed: 1, skipped: 0 };
  return { ...totals, failed: ok ? totals.failed : Math.max(1, totals.failed) };
}
