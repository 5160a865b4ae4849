import type { Vector } from "@roomkey/vectors";
import { describe, expect, it } from "vitest";
import { judge } from "../src/judge.js";
import type { KnownGap } from "../src/known-gaps.js";
import { report } from "../src/report.js";
import { TARGETS } from "../src/targets.js";

const [target] = TARGETS;
if (target === undefined) throw new Error("there are no targets");
const vectors = ["a/1", "a/2", "b/1"].map((id) => ({ id, group: "happy" })) as unknown as Vector[];
const right = { exact: true, differences: [] };
const alike = { exact: false, differences: [] };
const wrong = { exact: false, differences: ["body is 1, not 2"] };
const gap = (changes: Partial<KnownGap>): KnownGap => ({
  target: target.id,
  vectors: ["a/*"],
  helped: true,
  reason: "It says 1.",
  ...changes,
});
const RESULTS = {
  plain: { "a/1": wrong, "a/2": wrong, "b/1": alike },
  helped: { "a/1": right, "a/2": right },
};

describe("a judgement", () => {
  it("is content with what is known", () => {
    const verdict = judge(target.id, vectors, RESULTS, [gap({})]);
    expect(verdict.surprises).toEqual([]);
    expect(verdict.endings).toEqual({ "a/1": "helped", "a/2": "helped", "b/1": "same" });
  });

  it.each([
    [
      "a failure that nobody knows",
      [gap({ vectors: ["a/1"] })],
      "a/2 needs help: body is 1, not 2",
    ],
    ["help that is said not to be there", [gap({ helped: false })], "a/1 passes with help"],
    ["a gap that has closed", [gap({}), gap({ vectors: ["b/*"] })], "b/1 passes: its known gap"],
    ["a gap of no vector", [gap({}), gap({ vectors: ["c/*"] })], "no vector is called c/*"],
    ["two gaps for one vector", [gap({}), gap({ vectors: ["a/1"] })], "a/1 stands in two"],
  ])("finds %s", (_, known, surprise) => {
    const { surprises } = judge(target.id, vectors, RESULTS, known);
    expect(surprises.some((text) => text.startsWith(surprise))).toBe(true);
  });

  it("finds help that does not help, and results that are not there", () => {
    const results = {
      plain: { "a/1": wrong, "a/2": wrong },
      helped: { "a/1": wrong, "a/2": right },
    };
    expect(judge(target.id, vectors, results, [gap({})]).surprises).toEqual([
      "a/1 fails with help: body is 1, not 2",
      "b/1 has no result",
    ]);
  });
});

describe("the page", () => {
  const verdict = judge(target.id, vectors, RESULTS, [gap({})]);
  const page = report([{ target, verdict }], vectors);

  it("counts what is right as it is, with help, and not", () => {
    expect(page).toContain("| generated, compiled, run | 1 | 2 | 0 |");
  });

  it("leads from each vector to the reason of its gap", () => {
    expect(page).toContain("| `a/1` | help [1](#gap-1) |");
    expect(page).toContain("| `b/1` | ✓ |");
    expect(page).toContain(`1. **${target.id}**: It says 1.`);
  });
});
