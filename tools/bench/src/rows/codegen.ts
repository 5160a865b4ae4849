import { absolute } from "../figure.js";
import { secondsOf } from "../measure/npm-script.js";
import { spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";

/** `npm run generate`, as somebody types it who has changed nothing. */
export const measure: MeasureRow = async ({ full, progress }) => {
  progress("npm run generate");
  const seconds: number[] = [];
  for (let round = 0; round < (full ? 9 : 3); round += 1) {
    seconds.push(await secondsOf("npm", ["run", "generate"]));
  }
  return [absolute("generate", spreadOf(seconds), "s")];
};
