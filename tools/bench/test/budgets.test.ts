import { describe, expect, it } from "vitest";
import { judge, readBudgets, unusedBudgets } from "../src/budgets.js";
import { absolute, ratio } from "../src/figure.js";
import { rows } from "../src/rows.js";

const spread = { low: 1, median: 2, high: 9 };
const figures = [ratio("time", spread, "raw"), absolute("bytes", 4500, "B")];

describe("a budget", () => {
  it("is met at its bound, and judged by the median", () => {
    const [time, bytes] = judge(figures, { atMost: { time: 2 }, gzipBytes: { bytes: 4500 } });
    expect([time?.met, bytes?.met]).toEqual([true, true]);
  });

  it("is missed beyond its bound, on whichever side that is", () => {
    const [time, bytes] = judge(figures, { atLeast: { time: 2.1 }, gzipBytes: { bytes: 4499 } });
    expect([time?.met, bytes?.met]).toEqual([false, false]);
  });

  it("is no verdict on figures that have none", () => {
    expect(judge(figures, {}).map(({ met }) => met)).toEqual([null, null]);
  });

  it("of a figure that does not exist is noticed", () => {
    expect(unusedBudgets(figures, { atMost: { time: 1, tmie: 1 } })).toEqual(["tmie"]);
  });
});

describe("bench/budgets.json", () => {
  it("speaks of rows that exist", async () => {
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(await readBudgets())));
  });
});
