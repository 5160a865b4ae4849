// @ts-check
import { stripVTControlCharacters } from "node:util";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/**
 * The totals of the vitest runs in a log, from the lines that each ends with; null for none.
 *
 * The log is read rather than a report file because turbo replays it from its cache: the sums of a
 * warm run are those of the runs that it stands for. A test file that could not even be loaded has
 * no failed tests, only a failed file, so of the two counts the greater one stands.
 *
 * @param {string} log
 * @returns {Totals | null}
 */
export function vitestTotals(log) {
  const text = stripVTControlCharacters(log);
  const tests = counts(text, "Tests");
  const files = counts(text, "Test Files");
  if (!tests || !files) return null;
  return {
    passed: tests.passed ?? 0,
    failed: Math.max(tests.failed ?? 0, files.failed ?? 0),
    skipped: (tests.skipped ?? 0) + (tests.todo ?? 0),
  };
}

/**
 * "      Tests  1 failed | 12 passed | 2 skipped (15)", and "no tests" where there were none.
 *
 * @param {string} text
 * @param {string} label
 * @returns {Record<string, number> | null}
 */
function counts(text, label) {
  const line = new RegExp(`^\\s*${label}\\s{2,}(.+?)(?: \\(\\d+\\))?\\s*$`, "gm");
  const runs = [...text.matchAll(line)].map(([, totals = ""]) => totals);
  if (runs.length === 0) return null;
  /** @type {Record<string, number>} */
  const sums = {};
  for (const [, count, name = ""] of runs.join(" ").matchAll(/(\d+) ([a-z]+)/g)) {
    sums[name] = (sums[name] ?? 0) + Number(count);
  }
  return sums;
}

/**
 * The closing line of a test run: "12 passed, 0 failed", with ", 2 skipped" where some were.
 *
 * @param {Totals} totals
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
