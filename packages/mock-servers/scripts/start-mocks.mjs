// Starts the command line of this package and waits until the servers say where they are.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const TELL_HEAP = new URL("tell-heap.mjs", import.meta.url).href;

/**
 * `gone()` tells how the process has ended, undefined while it runs; `heap()` what it holds, in MB.
 */
export async function startMocks(...args) {
  const command = ["--expose-gc", "--import", TELL_HEAP, CLI, "--log", "json", ...args];
  const stdio = ["ignore", "pipe", "inherit", "ipc"];
  const child = spawn(process.execPath, command, { stdio });
  let gone;
  child.once("exit", (code, signal) => {
    gone = `the server ended with ${code ?? signal}`;
  });
  const lines = createInterface({ input: child.stdout });
  const urls = await new Promise((resolve, reject) => {
    lines.once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", () => reject(new Error(gone)));
  });
  const heap = async () => {
    if (gone) return Number.NaN;
    child.send("heap?");
    return (await Promise.race([once(child, "message"), once(child, "exit")]))[0];
  };
  return { ...urls, heap, gone: () => gone, stop: () => child.kill("SIGTERM") };
}
