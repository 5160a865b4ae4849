import { describe, expect, it } from "vitest";
import { complaints, judge, type RowBudgets, readBudgets, unusedBudgets } from "../src/budgets.js";
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

describe("a gate", () => {
  const stable = { stable: true };
  const bytes = absolute("bytes", 4500, "B", "", stable);
  const said = (budgets: RowBudgets) => complaints(judge([bytes], budgets), budgets);

  it("passes what keeps its budget, or has none", () => {
    expect([...said({ atMost: { bytes: 4500 } }), ...said({})]).toEqual([]);
  });

  it("stops a missed budget", () => {
    expect(said({ atMost: { bytes: 4000 } })).toEqual(["bytes: 4,500 misses the budget"]);
  });

  it("lets a recorded miss pass while it does not grow", () => {
    const atMost = { bytes: 4000 };
    expect(said({ atMost, missedAt: { bytes: 4300 } })).toEqual([]);
    expect(said({ atMost, missedAt: { bytes: 9000 } })).toEqual([]);
    expect(said({ atMost, missedAt: { bytes: 4200 } })).toEqual([
      "bytes: 4,500, after 4,200, misses the budget by more",
    ]);
  });

  it("wants a record of what is met by now to go", () => {
    expect(said({ atMost: { bytes: 4500 }, missedAt: { bytes: 4600 } })).toEqual([
      "bytes: the budget is met; missedAt has to go",
    ]);
  });

  it("leaves alone what differs between machines", () => {
    const time = ratio("time", spread, "raw");
    expect(complaints(judge([time], { atMost: { time: 1 } }), {})).toEqual([]);
  });
});

describe("bench/budgets.json", () => {
  it("speaks of rows that exist", async () => {
    const names = rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(await readBudgets())));
  });
});
