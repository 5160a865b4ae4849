import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of this package. Every tool runs in it. */
export const specsFolder = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a tool of the installed packages and gives what it wrote to stdout. Quiet unless it fails:
 * then everything it wrote goes to stderr and the promise rejects. Telemetry and update notices of
 * Redocly stay off.
 */
export function run(packageEntry, args) {
  const script = fileURLToPath(import.meta.resolve(packageEntry));
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: specsFolder,
      env: {
        ...process.env,
        REDOCLY_TELEMETRY: "off",
        REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
      },
    });
    const output = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8");
      child[stream].on("data", (chunk) => {
        output[stream] += chunk;
      });
    }
    child.on("error", fail);
    child.on("close", (code) => {
      if (code === 0) return done(output.stdout);
      process.stderr.write(output.stderr + output.stdout);
      fail(new Error(`${packageEntry} ${args.join(" ")} ended with ${code}`));
    });
  });
}
