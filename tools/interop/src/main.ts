import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readVectors } from "@roomkey/vectors";
import { digest, ownDigest, recall, remember } from "./cache.js";
import { judge } from "./judge.js";
import { KNOWN_GAPS } from "./known-gaps.js";
import { readRecipe } from "./language-page.js";
import { HELP, type Options, OptionsError, readOptions } from "./options.js";
import { unpackSpecs } from "./package-files.js";
import { type Row, report } from "./report.js";
import type { TargetResults } from "./results.js";
import { CACHE, ROOT } from "./root.js";
import { TARGETS, type Target } from "./targets.js";
import { findToolchain } from "./toolchains.js";
import { runnerFolders, tryTarget } from "./try-target.js";

const PAGE = "docs/interop.md";

/** So many surprises of one target are told. */
const SHOWN = 40;

const say = (text: string): void => console.log(text);

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(HELP);
    return 0;
  }
  const start = performance.now();
  const specs = unpackSpecs(`${CACHE}specs`);
  const vectors = readVectors(`${specs}/vectors`);
  const own = ownDigest();
  const failures: string[] = [];
  const rows: Row[] = [];
  for (const target of TARGETS.filter(({ id }) => options.only.includes(id))) {
    const missing = target.needs.map(findToolchain).filter(({ version }) => version === null);
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(", ");
      say(`missing ${target.id}: needs ${names}`);
      if (process.env.CI !== undefined) failures.push(`${target.id} needs ${names}`);
      continue;
    }
    try {
      const results = await resultsOf(target, options, { specs, vectors, own });
      const verdict = judge(target.id, target.depth === "run" ? vectors : [], results, KNOWN_GAPS);
      rows.push({ target, verdict });
      failures.push(...some(verdict.surprises).map((surprise) => `${target.id}: ${surprise}`));
    } catch (error) {
      failures.push(`${target.id}: ${(error as Error).message}`);
    }
  }
  failures.push(...checkPage(rows, vectors, options));
  for (const failure of failures) console.error(`\n${failure}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const skipped = options.only.length - rows.length;
  say(
    `\n${rows.length} targets tried, ${skipped} not, ${failures.length} faults. Took ${seconds} s.`,
  );
  return failures.length > 0 ? 1 : 0;
}

/** One cause often has many effects. */
function some(surprises: readonly string[]): readonly string[] {
  if (surprises.length <= SHOWN) return surprises;
  return [...surprises.slice(0, SHOWN), `and ${surprises.length - SHOWN} more`];
}

interface Inputs {
  readonly specs: string;
  readonly vectors: ReturnType<typeof readVectors>;
  readonly own: string;
}

async function resultsOf(
  target: Target,
  { fresh }: Options,
  { specs, vectors, own }: Inputs,
): Promise<TargetResults> {
  const recipe = readRecipe(target.page, target.id);
  const versions = target.needs.map((need) => findToolchain(need).version ?? "");
  const texts = [JSON.stringify([target, recipe, versions]), own];
  const inputs = [join(specs, "dist"), join(specs, "vectors"), ...runnerFolders(target)];
  const key = digest(texts, inputs);
  const known = fresh ? undefined : recall(target.id, key);
  if (known !== undefined) {
    say(`cached  ${target.id} (nothing it depends on has changed)`);
    return known;
  }
  const start = performance.now();
  const log = `${CACHE}logs/${target.id}.log`;
  mkdirSync(`${CACHE}logs`, { recursive: true });
  writeFileSync(log, "");
  const progress = (what: string): void => say(`        ${target.id}: ${what}`);
  const results = await tryTarget({ target, recipe, specs, vectors, log, progress });
  say(`tried   ${target.id} (${((performance.now() - start) / 1000).toFixed(0)} s)`);
  remember(target.id, key, results);
  return results;
}

/** Writes the page, or finds out whether it is up to date; only a whole run can tell. */
function checkPage(rows: readonly Row[], vectors: Inputs["vectors"], options: Options): string[] {
  if (rows.length < TARGETS.length) {
    say(`${PAGE} is left alone: not every target was tried`);
    return [];
  }
  const file = `${ROOT}${PAGE}`;
  const text = report(rows, vectors);
  const present = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (text === present) return [];
  if (!options.write) return [`${PAGE} is out of date: npm run interop -- --write`];
  writeFileSync(file, text);
  say(`${PAGE} is written`);
  return [];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof OptionsError)) throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
