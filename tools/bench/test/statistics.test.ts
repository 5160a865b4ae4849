import { describe, expect, it } from "vitest";
import { quantile, ratioSpread, spreadOf } from "../src/measure/statistics.js";

describe("a spread", () => {
  it("is the median with its quartiles, in whatever order the values come", () => {
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ low: 2, median: 3, high: 4 });
  });

  it("lies between neighbours where there is no middle", () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  });

  it("of ratios compares what was measured in the same round", () => {
    // A machine that was slow in the second round was slow for both.
    expect(ratioSpread([2, 20, 2], [1, 10, 1])).toEqual({ low: 2, median: 2, high: 2 });
  });

  it("needs values, and as many of the one as of the other", () => {
    expect(() => spreadOf([])).toThrow(RangeError);
    expect(() => ratioSpread([1], [1, 2])).toThrow(RangeError);
  });
});
