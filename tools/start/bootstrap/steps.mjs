// @ts-check

/**
 * Where progress is written: stderr, in practice.
 *
 * @typedef {{ isTTY?: boolean, write(text: string): unknown }} ProgressStream
 */

/**
 * Runs steps one after the other and shows how each one goes; what a step throws is thrown on.
 *
 * @typedef {{ run<Result>(label: string, work: () => Promise<Result>): Promise<Result> }} Steps
 */

const CLEAR_LINE = "\r\u001b[2K";

/**
 * Steps with their times: a terminal sees the running one too, a log only whole lines.
 *
 * @param {ProgressStream} stream
 * @returns {Steps}
 */
export function createSteps(stream) {
  const marks = stream.isTTY
    ? { ok: `${CLEAR_LINE}  ✓`, failed: `${CLEAR_LINE}  ✗` }
    : { ok: "ok    ", failed: "failed" };
  return {
    async run(label, work) {
      const start = performance.now();
      const finish = (/** @type {string} */ mark) =>
        stream.write(`${mark} ${label} (${Math.round(performance.now() - start)} ms)\n`);
      if (stream.isTTY) stream.write(`  … ${label}`);
      try {
        const result = await work();
        finish(marks.ok);
        return result;
      } catch (error) {
        finish(marks.failed);
        throw error;
      }
    },
  };
}
