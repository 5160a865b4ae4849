import { type Figure, ratio } from "../figure.js";
import { inChild } from "../measure/in-child.js";
import { interleave, type Samples } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";
import { bundle } from "../start/bundle.js";
import { type StartEntryPoint, startEntryPoints } from "../start/entry-points.js";
import type { BundleInput } from "../start/measure-bundles.js";
import { runProcess, writeModules } from "../start/run-process.js";

const names = Object.keys(startEntryPoints) as StartEntryPoint[];

/** From nothing to usable: a Node process, and a browser bundle. */
export const measure: MeasureRow = async ({ full, progress }) => {
  progress("starting Node processes");
  const files = await writeModules(startEntryPoints);
  for (const name of names) await runProcess(files[name]);
  const processes = await interleave(names, full ? 60 : 15, (name) => runProcess(files[name]));
  progress("parsing and executing browser bundles");
  const scripts: Record<string, string> = {};
  for (const name of names) scripts[name] = await bundle(startEntryPoints[name]);
  const input: BundleInput = { scripts, rounds: full ? 200 : 50 };
  const bundles = await inChild<Samples>(new URL("../start/measure-bundles.ts", import.meta.url), {
    flags: ["--expose-gc"],
    input,
  });
  return [...figures("process", processes), ...figures("bundle", bundles)];
};

function figures(where: string, samples: Samples): Figure[] {
  const [[base, baseValues] = ["", []], ...others] = Object.entries(samples);
  return others.map(([name, values]) => {
    const [mine, theirs] = [values, baseValues].map((all) => spreadOf(all).median.toFixed(2));
    const note = `${mine} against ${theirs} ms`;
    return ratio(`${name}, ${where}`, ratioSpread(values, baseValues), base, note);
  });
}
