// @ts-check
import { spawn } from "node:child_process";
import { constants } from "node:os";

const STREAMS = { stdout: 1, stderr: 2 };

/**
 * How a command ended.
 *
 * @typedef {object} CommandResult
 * @property {number} code its exit code; 128 + n when signal n ended it, 127 when it cannot run
 * @property {string} output what it wrote, where that was kept
 */

/**
 * Runs a program to its end and passes on the signals that ask us to stop.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, output: "stdout" | "stderr" | "keep", shell?: boolean }} options
 *   `output` is the stream of ours that the program's standard output goes to (its errors always go
 *   to stderr), or that both are kept and shown to nobody.
 * @returns {Promise<CommandResult>}
 */
export function runCommand(program, args, { cwd, env = process.env, output, shell = false }) {
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = output === "keep" ? ["ignore", "pipe", "pipe"] : ["ignore", STREAMS[output], 2];
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, shell, stdio });
    let kept = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        kept += text;
      });
    }
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => child.kill(signal);
    process.on("SIGINT", passOn).on("SIGTERM", passOn);
    const settle = (/** @type {number} */ code) => {
      process.off("SIGINT", passOn).off("SIGTERM", passOn);
      resolve({ code, output: kept });
    };
    child.once("error", (error) => {
      console.error(`${program} cannot be run: ${error.message}`);
      settle(127);
    });
    child.once("close", (code, signal) =>
      settle(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}
