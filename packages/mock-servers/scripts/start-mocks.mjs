// Starts the command line of this package and waits until the servers say where they are.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));

/** `gone()` tells how the process has ended, undefined while it runs. */
export async function startMocks(...args) {
  const command = [CLI, "--log", "json", ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  let gone;
  child.once("exit", (code, signal) => {
    gone = `the server ended with ${code ?? signal}`;
  });
  const lines = createInterface({ input: child.stdout });
  const urls = await new Promise((resolve, reject) => {
    lines.once("line", (line) => resolve(JSON.parse(line)));
    child.once("exit", () => reject(new Error(gone)));
  });
  return { ...urls, pid: child.pid, gone: () => gone, stop: () => child.kill("SIGTERM") };
}
