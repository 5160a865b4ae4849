// @ts-check
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";

/**
 * Runs turbo: tasks in dependency order, with results of unchanged inputs taken from its cache.
 *
 * @param {string} root
 * @param {readonly string[]} args what follows `turbo run`
 * @param {"stdout" | "keep"} output where its output goes, as in `runCommand`
 * @returns {Promise<import("./run-command.mjs").CommandResult>}
 */
export function runTurbo(root, args, output) {
  const script = join(root, "node_modules", "turbo", "bin", "turbo");
  if (!existsSync(script)) {
    const problem = "turbo is not installed although the lockfile is satisfied; run npm ci.";
    return Promise.resolve({ code: 1, output: problem });
  }
  const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;
  const env = taskEnvironment(output === "stdout" && process.stdout.isTTY);
  return runCommand(process.execPath, [script, "run", concurrency, ...args], {
    cwd: root,
    env,
    output,
  });
}

/** @param {boolean} colours */
function taskEnvironment(colours) {
  return {
    ...process.env,
    // What one version of Node passed is no verdict on another: turbo.json puts this in the key.
    ROOMKEY_NODE_VERSION: process.versions.node,
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_NO_UPDATE_NOTIFIER: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
    ...(colours ? {} : { NO_COLOR: "1" }),
  };
}
