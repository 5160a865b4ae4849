import { absolute, type Figure, ratio } from "../figure.js";
import type { GrowthInput, GrowthSamples } from "../growth/measure-growth.js";
import { inChild } from "../measure/in-child.js";
import type { Samples } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";

/** What a call costs with larger documents and more live sessions, against itself. */
export const measure: MeasureRow = async ({ stableOnly, full, progress }) => {
  progress("calling clients of 10 to 1,000 operations, keeping 10,000 sessions alive");
  const input: GrowthInput = { stableOnly, rounds: full ? 300 : 80 };
  const { operations, sessions, keeping, timers, bytesPerSession } = await inChild<GrowthSamples>(
    new URL("../growth/measure-growth.ts", import.meta.url),
    { flags: ["--expose-gc"], input },
  );
  const note = "of 10,000";
  return [
    ...flatness(operations, (size) => `call, ${size} operations`),
    ...flatness(sessions, (size) => `call, ${size} live sessions`),
    ...flatness(keeping, (size) => `keepAlive, ${size} live sessions`),
    absolute("timers", timers, "timers", note, { stable: true }),
    absolute("bytes of a kept session", bytesPerSession, "B", note, { stable: true }),
  ];
};

/** Each larger size against the smallest. */
function flatness(samples: Samples | null, name: (size: string) => string): Figure[] {
  const [[smallest, base] = ["", []], ...larger] = Object.entries(samples ?? {});
  return larger.map(([size, values]) => {
    const [mine, first] = [values, base].map((all) => spreadOf(all).median.toFixed(1));
    return ratio(name(size), ratioSpread(values, base), smallest, `${mine} against ${first} µs`);
  });
}
