import { execFile } from "node:child_process";
import { arch, availableParallelism, cpus, loadavg, platform, totalmem } from "node:os";
import { promisify } from "node:util";
import { root } from "../folders.js";

/** Where and on what something was measured. */
export interface Circumstances {
  readonly measuredAt: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryGb: number;
    readonly system: string;
    /** How busy the machine was when the run began: the load of the last minute. */
    readonly load: number;
  };
  readonly node: string;
  /** With a plus behind it where the tree held changes that are not committed. */
  readonly commit: string;
}

/** What holds for all rows of a run. */
export async function circumstances(): Promise<Circumstances> {
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${platform()} ${arch()}`,
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    },
    node: process.version,
    commit: await commit(),
  };
}

async function commit(): Promise<string> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)("git", args, { cwd: root })).stdout.trim();
  try {
    const changed = (await git("status", "--porcelain")) !== "";
    return `${await git("rev-parse", "--short", "HEAD")}${changed ? "+" : ""}`;
  } catch {
    // A downloaded archive has no history.
    return "unknown";
  }
}
