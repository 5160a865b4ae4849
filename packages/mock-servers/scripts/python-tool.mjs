// Tools that are written in Python, or come as Python packages, each in a virtual environment of its
// own below node_modules/.cache: installed once, at the version that is named.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const CACHE = fileURLToPath(new URL("../../../node_modules/.cache/roomkey-mocks", import.meta.url));

/** There is no Python that could run the tool, or no way to install it; the message says which. */
export class ToolMissingError extends Error {
  name = "ToolMissingError";
}

/**
 * The path of a tool's program.
 *
 * @throws {ToolMissingError} when it cannot be had on this machine.
 */
export async function pythonTool({ name, version, program = name }) {
  const home = join(CACHE, `${name}-${version}`);
  const bin = join(home, process.platform === "win32" ? "Scripts" : "bin");
  const done = join(home, "installed");
  if (existsSync(done)) return join(bin, program);
  await attempt(`${name} needs Python 3.10 or newer`, "python3", [
    "-c",
    "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))",
  ]);
  await mkdir(CACHE, { recursive: true });
  await attempt(`${name}: no virtual environment`, "python3", ["-m", "venv", "--clear", home]);
  const quiet = ["--quiet", "--disable-pip-version-check", "--no-input"];
  const wanted = ["-m", "pip", "install", ...quiet, `${name}==${version}`];
  await attempt(`${name} ${version} could not be installed`, join(bin, "python"), wanted);
  await writeFile(done, "");
  return join(bin, program);
}

async function attempt(what, command, args) {
  try {
    await run(command, args);
  } catch (error) {
    const reason = error.code === "ENOENT" ? `${command} is not installed` : error.stderr?.trim();
    throw new ToolMissingError(reason ? `${what}: ${reason}` : what, { cause: error });
  }
}
