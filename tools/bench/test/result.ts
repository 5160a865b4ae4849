import { judge } from "../src/budgets.js";
import { absolute, ratio } from "../src/figure.js";
import type { RowResult } from "../src/report/row-result.js";

/** A row with a met, a missed and an unjudged figure. */
export const result: RowResult = {
  row: "call",
  about: "time & bytes <per call>",
  seconds: 1.5,
  full: false,
  measuredAt: "2026-01-02T03:04:05.000Z",
  machine: { processor: "A", cores: 2, memoryGb: 24, system: "linux x64", load: 0.1 },
  node: "v20.20.2",
  commit: "abc1234",
  figures: judge(
    [
      ratio("time", { low: 1.1, median: 1.234, high: 1.3 }, "raw", "12 against 10 µs"),
      ratio("rate", { low: 0.5, median: 0.5, high: 0.5 }, "raw"),
      absolute("bytes", 12_345, "B"),
    ],
    { atMost: { time: 1.5 }, atLeast: { rate: 0.9 } },
  ),
};
