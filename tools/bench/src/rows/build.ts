import { absolute } from "../figure.js";
import { secondsOf } from "../measure/npm-script.js";
import { spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";

/** The build of all packages, with nothing remembered and with everything remembered. */
export const measure: MeasureRow = async ({ full, progress }) => {
  progress("turbo build, cold");
  const cold: number[] = [];
  for (let round = 0; round < (full ? 5 : 1); round += 1) {
    cold.push(await secondsOf("npm", ["run", "build", "--", "--force"]));
  }
  progress("turbo build, cached");
  const cached: number[] = [];
  for (let round = 0; round < (full ? 15 : 5); round += 1) {
    cached.push(await secondsOf("npm", ["run", "build"]));
  }
  return [absolute("cold", spreadOf(cold), "s"), absolute("cached", spreadOf(cached), "s")];
};
