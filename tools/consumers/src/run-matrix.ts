import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "@roomkey/chromium";
import { clientEnvironment, npm, packPackages, run } from "@roomkey/registry";
import type { ConsumerCase } from "./consumer-case.js";
import { fingerprint } from "./fingerprint.js";
import { openWorkshop } from "./open-workshop.js";
import { passedBefore } from "./passed-before.js";
import { cache, root, sources } from "./places.js";
import type { Result } from "./result.js";
import { sideBySide } from "./side-by-side.js";
import { whyMissing } from "./tools.js";

/** Longest that one case may take, installing included. */
const CASE_MS = 300_000;

export interface MatrixOptions {
  /** Whether cases that have passed with the same packages run again. */
  readonly force: boolean;
  /** Whether the projects stay where they are. */
  readonly keep: boolean;
  /** Whether nothing may be skipped. */
  readonly inCi: boolean;
  /** Is told of each step. */
  readonly tell: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Builds the packages of this checkout and runs cases against them. */
export async function runMatrix(
  cases: readonly ConsumerCase[],
  { force, keep, inCi, tell, signal }: MatrixOptions,
): Promise<Result[]> {
  const results = new Map<string, Result>();
  const finish = (result: Result, details = "") => {
    results.set(result.name, result);
    const took = result.seconds === null ? result.note : `${result.seconds.toFixed(1)} s`;
    const count = `[${results.size}/${cases.length}]`;
    tell(`${count} ${result.outcome} ${result.name} (${took})${details && `\n${details}`}`);
  };

  for (const { name, template, needs } of cases) {
    const missing = [...template.needs, ...needs].map((tool) => whyMissing(tool)).find(Boolean);
    if (!missing) continue;
    finish({ name, outcome: inCi ? "failed" : "skipped", seconds: null, note: missing });
  }
  const possible = cases.filter(({ name }) => !results.has(name));

  if (possible.length === 0) return [...results.values()];

  await mkdir(cache, { recursive: true });
  const home = await mkdtemp(join(tmpdir(), "roomkey-consumers-"));
  try {
    tell("building and packing the packages");
    const build = ["run", "build", "--", "--filter=./packages/*", "--output-logs=errors-only"];
    await npm(build, { cwd: root, env: clientEnvironment(), signal });
    const tarballs = (await packPackages(root, home)).map(({ tarball }) => tarball);
    const passed = await passedBefore(join(cache, "passed.json"));
    const key = await fingerprint([...tarballs, ...sources], await machine());
    const due = possible.filter(({ name }) => force || !passed.has(name, key));
    for (const { name } of possible.filter((one) => !due.includes(one))) {
      finish({ name, outcome: "passed", seconds: null, note: "as before, with the same packages" });
    }
    if (due.length > 0) {
      tell("publishing them to a registry of our own");
      const toolFolder = join(cache, "tools");
      await using workshop = await openWorkshop({ tarballs, home, toolFolder, signal });
      await sideBySide(due, Math.max(2, availableParallelism()), async (one) => {
        signal.throwIfAborted();
        const { name } = one;
        const start = performance.now();
        const own = {
          ...workshop,
          signal: AbortSignal.any([signal, AbortSignal.timeout(CASE_MS)]),
        };
        const failure = await failureOf(one, own);
        const seconds = (performance.now() - start) / 1000;
        if (failure === null) {
          await passed.add(name, key);
          finish({ name, outcome: "passed", seconds, note: "" });
        } else {
          signal.throwIfAborted();
          finish({ name, outcome: "failed", seconds, note: "" }, failure);
        }
      });
    }
  } finally {
    if (keep) tell(`the projects are in ${home}`);
    else await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
  return cases.map(({ name }) => results.get(name)).filter((result) => result !== undefined);
}

/** Runs a case and gives what went wrong; null for nothing. */
async function failureOf(
  { template, run }: ConsumerCase,
  workshop: Parameters<ConsumerCase["run"]>[1],
): Promise<string | null> {
  try {
    await run(await workshop.project(template), workshop);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What of this machine decides how a case goes. */
async function machine(): Promise<string[]> {
  const chromium = findChromium();
  const version = chromium && (await run(chromium, ["--version"], { cwd: tmpdir() }));
  return [process.version, process.platform, process.arch, version ?? ""];
}
