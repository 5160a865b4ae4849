import { runTurbo } from "../../start/bootstrap/turbo.mjs";
import { type Budgets, complaints, judge, readBudgets, unusedBudgets } from "./budgets.js";
import { type CliOptions, help, readCliOptions } from "./cli-options.js";
import { root } from "./folders.js";
import { type Circumstances, circumstances } from "./report/circumstances.js";
import type { RowResult } from "./report/row-result.js";
import { saveResult } from "./report/save-result.js";
import { rowTable } from "./report/table.js";
import type { Row } from "./row.js";
import { rows } from "./rows.js";

/** Runs the command and gives its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readCliOptions(args);
  if (typeof options === "string") {
    console.error(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  if (options.list) {
    for (const { name, about } of rows) console.log(`${name.padEnd(9)}${about}`);
    return 0;
  }
  return measureAll(chosen(options), options);
}

function chosen({ names, gates }: CliOptions): Row[] {
  const named = rows.filter(({ name }) => names.length === 0 || names.includes(name));
  return gates ? named.filter(({ stable }) => stable) : named;
}

async function measureAll(asked: readonly Row[], options: CliOptions): Promise<number> {
  const built = await build();
  if (!built) return 1;
  const budgets = await readBudgets();
  const around = await circumstances();
  const results: RowResult[] = [];
  let broken = 0;
  for (const row of asked) {
    try {
      const result = await measureRow(row, options, { ...around, budgets });
      results.push(result);
      if (!options.json) console.log(rowTable(result));
    } catch (error) {
      broken += 1;
      console.error(`${row.name} could not be measured:`, error);
    }
  }
  if (options.json) console.log(JSON.stringify(results, null, 2));
  if (!options.json) console.log(closing(results));
  const failed = options.gates ? failedGates(results, budgets) : [];
  for (const complaint of failed) console.error(complaint);
  return broken + failed.length > 0 ? 1 : 0;
}

async function measureRow(
  { name, about, load }: Row,
  { gates, full }: CliOptions,
  { budgets, ...around }: Circumstances & { readonly budgets: Budgets },
): Promise<RowResult> {
  const progress = (text: string): void => console.error(`${name}: ${text}`);
  const startedAt = performance.now();
  const { measure } = await load();
  const all = await measure({ stableOnly: gates, full, progress });
  const figures = gates ? all.filter(({ stable }) => stable) : all;
  const unused = gates ? [] : unusedBudgets(all, budgets[name]);
  if (unused.length > 0) throw new Error(`bench/budgets.json: no figure is called ${unused}`);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  const judged = judge(figures, budgets[name]);
  const result = { row: name, about, seconds, full, ...around, figures: judged };
  if (!gates) await saveResult(result);
  return result;
}

/** What is measured is what is built, so that is brought up to date first. */
async function build(): Promise<boolean> {
  console.error("building what is measured");
  const { code, output } = await runTurbo(root, ["build", "--filter=@roomkey/bench^..."], "keep");
  if (code !== 0) console.error(output);
  return code === 0;
}

function failedGates(results: readonly RowResult[], budgets: Budgets): string[] {
  return results.flatMap(({ row, figures }) =>
    complaints(figures, budgets[row]).map((complaint) => `${row}: ${complaint}`),
  );
}

function closing(results: readonly RowResult[]): string {
  const verdicts = results.flatMap(({ figures }) => figures.map(({ met }) => met));
  const met = verdicts.filter((verdict) => verdict === true).length;
  const missed = verdicts.filter((verdict) => verdict === false).length;
  return `${met} of ${met + missed} budgets met.`;
}
