import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../folders.js";

/** Seconds that a program of this repository takes, started at its root. */
export async function secondsOf(program: string, args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await promisify(execFile)(program, args, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    maxBuffer: 64 * 2 ** 20,
    // npm is a script on Windows.
    shell: process.platform === "win32",
  });
  return (performance.now() - startedAt) / 1000;
}
