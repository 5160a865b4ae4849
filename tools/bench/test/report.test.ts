import { describe, expect, it } from "vitest";
import { plot } from "../src/report/plot.js";
import { rowTable } from "../src/report/table.js";
import { result } from "./result.js";

describe("the table", () => {
  it("has a line per figure: median, quartiles, budget, verdict, note", () => {
    const lines = rowTable(result)
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s{2,}/));
    expect(lines).toEqual([
      ["call: time & bytes <per call> (1.5 s)"],
      ["median", "quartiles", "budget"],
      ["time", "1.23 × raw", "1.10 to 1.30", "≤ 1.50", "met", "12 against 10 µs"],
      ["rate", "0.500 × raw", "≥ 0.900", "MISSED"],
      ["bytes", "12,345 B"],
    ]);
  });
});

describe("the plot", () => {
  const svg = plot(result);

  it("has a bar per figure, and a mark per budget", () => {
    expect(svg.match(/<rect x=/g)).toHaveLength(3);
    expect(svg.match(/<title>budget/g)).toHaveLength(2);
  });

  it("draws figures of one unit to one scale", () => {
    const widths = [...svg.matchAll(/<rect x="\d+" y="\d+" width="([\d.]+)"/g)];
    const [time = 0, rate = 0] = widths.map(([, width]) => Number(width));
    expect(time / rate).toBeCloseTo(1.234 / 0.5, 1);
  });

  it("says where it was measured, and escapes what is no markup", () => {
    expect(svg).toContain("A, 2 cores, Node v20.20.2, abc1234, 2026-01-02T03:04:05.000Z");
    expect(svg).toContain("time &#38; bytes &#60;per call&#62;");
  });
});
