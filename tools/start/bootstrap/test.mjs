// @ts-check
import { installDependencies } from "./install.mjs";
import { forgetTaskResults, readTaskResults } from "./task-results.mjs";
import { testSummary } from "./test-summary.mjs";
import { closingLine } from "./test-totals.mjs";
import { runTurbo } from "./turbo.mjs";

/** Everything that `npm test` checks; a package takes part in what it has a script for. */
const checks = ["//#lint", "lint", "drift", "typecheck", "test"];

/** How turbo runs them: all of them, each one's output in one piece, with a record of the results. */
const manner = ["--continue=dependencies-successful", "--log-order=grouped", "--summarize"];

/**
 * `npm test`: installs what is missing, then lints, checks the documents and the generated code,
 * type-checks and tests. All of it runs even when one part fails, so that one run shows every
 * fault. Flags go to turbo: `--force` ignores the cache, `--filter=roomkey` narrows to one package.
 *
 * @param {string} root
 * @param {string[]} flags
 * @returns {Promise<number>} the exit code
 */
export async function test(root, flags) {
  const start = performance.now();
  const installed = await installDependencies(root);
  if (installed !== 0) return finish([], installed, start);
  forgetTaskResults(root);
  const { code, output } = await runTurbo(root, [...checks, ...manner, ...flags], "stdout");
  if (output) console.error(output);
  return finish(readTaskResults(root), code, start);
}

/**
 * Prints the summary and the closing line.
 *
 * @param {readonly import("./task-results.mjs").TaskResult[]} results
 * @param {number} code of what ran
 * @param {number} start when it began
 * @returns {number} the exit code: not 0 exactly when the closing line counts a failure
 */
function finish(results, code, start) {
  const { lines, totals } = testSummary(results);
  if (code !== 0 && totals.failed === 0) totals.failed = 1; // it came to no task that could fail
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(["", ...lines, "", `Took ${seconds} s.`, closingLine(totals)].join("\n"));
  return code === 0 && totals.failed > 0 ? 1 : code;
}
