import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { startMockServers } from "@roomkey/mock-servers";
import type { Vector } from "@roomkey/vectors";
import { exercise } from "./exercise.js";
import type { Block, Recipe } from "./language-page.js";
import type { TargetResults } from "./results.js";
import { CACHE, ROOT } from "./root.js";
import { runShell, SHARED } from "./run-shell.js";
import type { Target } from "./targets.js";

/** Compilers of a cold machine take their time. */
const STEP_TIMEOUT_MS = 900_000;

export interface Trial {
  readonly target: Target;
  readonly recipe: Recipe;
  /** The unpacked package. */
  readonly specs: string;
  readonly vectors: readonly Vector[];
  readonly log: string;
  /** Told what is done next. */
  readonly progress: (what: string) => void;
}

/** Where the runner of a target lies: what its language shares, and its own part. */
export function runnerFolders({ id, depth }: Target): readonly string[] {
  const [language = ""] = id.split("-");
  return [language, depth, id]
    .map((name) => `${ROOT}tools/interop/runners/${name}`)
    .filter(existsSync);
}

/** Does in an empty folder what the language page says, then runs the vectors. */
export async function tryTarget(trial: Trial): Promise<TargetResults> {
  const { target, recipe, specs, vectors, log, progress } = trial;
  const folder = `${CACHE}work/${target.id}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(specs, `${folder}/package`, { recursive: true });
  for (const block of recipe) {
    if (block.kind === "file") writeBlock(folder, block);
    else await runBlock(block, { folder, log, progress });
  }
  for (const runner of runnerFolders(target)) cpSync(runner, folder, { recursive: true });
  if (target.check !== undefined) {
    progress("check");
    await runShell(target.check, { folder, log, env: SHARED, timeoutMs: STEP_TIMEOUT_MS });
  }
  if (target.runner === undefined) return {};
  progress(`${vectors.length} vectors`);
  const given = { folder, runner: target.runner, log };
  const plain = await exercise({ ...given, vectors, helped: false });
  const wrong = vectors.filter(({ id }) => (plain[id]?.differences.length ?? 1) > 0);
  if (wrong.length === 0) return { plain };
  progress(`${wrong.length} vectors with help`);
  return { plain, helped: await exercise({ ...given, vectors: wrong, helped: true }) };
}

function writeBlock(folder: string, { name, code }: Block): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
}

interface Place extends Pick<Trial, "log" | "progress"> {
  readonly folder: string;
}

async function runBlock({ name, code }: Block, { folder, log, progress }: Place): Promise<void> {
  progress(name);
  const options = { folder, log, env: SHARED, timeoutMs: STEP_TIMEOUT_MS };
  if (name !== "session") return runShell(code, options);
  const mocks = await startMockServers({ port: 0 });
  const urls = { IBM_VIDEO_URL: mocks.ibmVideo, BLENDVISION_URL: mocks.blendvision };
  await runShell(code, { ...options, env: { ...SHARED, ...urls } }).finally(() => mocks.stop());
}
