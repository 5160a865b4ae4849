import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { CACHE } from "./root.js";

/** Compiled dependencies outlive the folder that they were compiled for. */
export const SHARED = { CARGO_TARGET_DIR: `${CACHE}cargo` };

export interface ShellOptions {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Everything that is written goes there. */
  readonly log: string;
  readonly timeoutMs: number;
}

/** A script ended with another code than 0; the message ends with the last that it wrote. */
export class ShellError extends Error {
  override readonly name = "ShellError";
}

/** Runs a script the way a reader of the page does: line by line, until one fails. */
export async function runShell(script: string, options: ShellOptions): Promise<void> {
  const { folder, env, log, timeoutMs } = options;
  const child = spawn("bash", ["-euo", "pipefail", "-c", script], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const file = createWriteStream(log, { flags: "a" });
  const tail: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      file.write(text);
      tail.push(text);
      if (tail.length > 50) tail.shift();
    });
  }
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, timeoutMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  }).finally(() => {
    clearTimeout(timer);
    file.end();
  });
  if (code === 0) return;
  const why = late ? `took longer than ${timeoutMs / 1000} s` : `ended with ${code}`;
  const last = tail.join("").trim().split("\n").slice(-25).join("\n");
  throw new ShellError(`${script.trim()}\n${why}:\n${last}`);
}
