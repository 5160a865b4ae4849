import { absolute, type Figure, ratio } from "../figure.js";
import { interleave } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";
import { type Compilation, type CompilerName, compile, compilers } from "../types/compile.js";
import type { ConsumerName } from "../types/consumers.js";
import { writeConsumers } from "../types/write-consumers.js";

const all = ["roomkey", "openapi-fetch", "hey-api"] as const;
/** What the budgets are about. */
const budgeted = ["roomkey", "openapi-fetch"] as const;

/** What the compiler has to do for forty calls. */
export const measure: MeasureRow = async ({ stableOnly, full, progress }) => {
  progress("generating what the peers' consumers import");
  const projects = await writeConsumers();
  const names: readonly ConsumerName[] = stableOnly ? budgeted : all;
  const figures: Figure[] = [];
  for (const compiler of Object.keys(compilers) as CompilerName[]) {
    progress(`${compiler}: consumers with the same forty calls`);
    const checks: Partial<Record<ConsumerName, Compilation[]>> = {};
    const rounds = stableOnly ? 1 : full ? 15 : 5;
    await interleave(names, rounds, async (name) => {
      const check = await compile(compiler, projects[name]);
      checks[name] = [...(checks[name] ?? []), check];
      return check.seconds;
    });
    figures.push(
      ...instantiations(compiler, checks),
      ...(stableOnly ? [] : costs(compiler, checks)),
    );
  }
  return figures;
};

type Checks = Readonly<Partial<Record<ConsumerName, readonly Compilation[]>>>;

function peersIn(checks: Checks): ConsumerName[] {
  return all.filter((name) => name !== "roomkey" && checks[name] !== undefined);
}

function values(checks: Checks, name: ConsumerName, member: keyof Compilation): number[] {
  return (checks[name] ?? []).map((check) => check[member]);
}

function instantiations(compiler: CompilerName, checks: Checks): Figure[] {
  const stable = { stable: true };
  const mine = values(checks, "roomkey", "instantiations");
  return [
    absolute(
      `instantiations, ${compiler}`,
      spreadOf(mine),
      "instantiations",
      "forty calls",
      stable,
    ),
    ...peersIn(checks).map((peer) => {
      const theirs = values(checks, peer, "instantiations");
      const note = `${mine[0]} against ${theirs[0]}`;
      const id = `instantiations against ${peer}, ${compiler}`;
      return ratio(id, ratioSpread(mine, theirs), peer, note, stable);
    }),
  ];
}

function costs(compiler: CompilerName, checks: Checks): Figure[] {
  return peersIn(checks).flatMap((peer) =>
    (["memoryMb", "seconds"] as const).map((member) => {
      const [mine, theirs] = [values(checks, "roomkey", member), values(checks, peer, member)];
      const [what, unit] = member === "seconds" ? ["time", "s"] : ["memory", "MB"];
      const [first, second] = [mine, theirs].map((all) => spreadOf(all).median.toFixed(2));
      const id = `${what} against ${peer}, ${compiler}`;
      return ratio(id, ratioSpread(mine, theirs), peer, `${first} against ${second} ${unit}`);
    }),
  );
}
