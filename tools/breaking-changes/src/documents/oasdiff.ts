import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Difference, Impact } from "../difference.js";
import { root } from "../root.js";
import { runCommand } from "../run-command.js";

/** The newest version of which the module proxy has every part. */
export const OASDIFF_VERSION = "v1.33.0";
const MODULE = "github.com/oasdiff/oasdiff";

const folder = join(root, "node_modules/.cache/roomkey", `oasdiff-${OASDIFF_VERSION}`);
const binary = join(folder, process.platform === "win32" ? "oasdiff.exe" : "oasdiff");

/** Path of oasdiff where it has been built already; null where not. */
export const builtOasdiff = (): string | null => (existsSync(binary) ? binary : null);

/** What kept oasdiff from being built, in a line for people. */
export class OasdiffMissing extends Error {
  override readonly name = "OasdiffMissing";
}

/** Path of oasdiff, built with Go where it has not been yet; an `OasdiffMissing` where it cannot. */
export async function buildOasdiff(): Promise<string> {
  if (existsSync(binary)) return binary;
  const install = runCommand("go", ["install", `${MODULE}@${OASDIFF_VERSION}`], {
    env: { GOBIN: folder, GOTOOLCHAIN: "local" },
  });
  const { code, stderr } = await install.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new OasdiffMissing("Go is not installed");
    throw error;
  });
  if (code === 0) return binary;
  throw new OasdiffMissing(`go install ${MODULE}@${OASDIFF_VERSION} failed:\n${stderr.trim()}`);
}

interface OasdiffChange {
  readonly id: string;
  readonly text: string;
  /** 3 breaks, 2 may break, 1 does not. */
  readonly level: 1 | 2 | 3;
  readonly operation?: string;
  readonly path?: string;
  readonly section?: string;
}

/** How two documents differ, as oasdiff sees it. What may break somebody counts as breaking. */
export async function oasdiff(
  executable: string,
  base: string,
  revision: string,
): Promise<Difference[]> {
  const args = ["changelog", base, revision, "--format", "json", "--allow-external-refs=false"];
  const { code, stdout, stderr } = await runCommand(executable, args);
  if (code !== 0) throw new Error(`oasdiff ended with ${code}:\n${stderr}`);
  const changes = JSON.parse(stdout.trim() || "[]") as OasdiffChange[];
  return changes.map((change) => ({
    impact: (change.level > 1 ? "major" : "minor") satisfies Impact,
    place: [change.operation, change.path].filter(Boolean).join(" ") || (change.section ?? ""),
    text: `${change.text} (${change.id})`,
    saidBy: "oasdiff",
  }));
}
