import { describe, expect, it } from "vitest";
import { complaints, judge, readBudgets } from "../src/budgets.js";
import { rows } from "../src/rows.js";

const budgets = await readBudgets();
const options = { stableOnly: true, full: false, progress: () => {} };

// One after the other: what allocates and what compiles would get into each other's way.
describe("what is the same on every machine", () => {
  const gates = rows.filter(({ stable }) => stable);

  it.each(gates)("stays within its budgets: $name", async ({ name, load }) => {
    const { measure } = await load();
    const figures = judge(await measure(options), budgets[name]);
    expect(figures.filter(({ stable, met }) => stable && met !== null)).not.toEqual([]);
    expect(complaints(figures, budgets[name])).toEqual([]);
  });
});
