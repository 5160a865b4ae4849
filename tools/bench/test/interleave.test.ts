import { describe, expect, it } from "vitest";
import { interleave, timePerCall } from "../src/measure/interleave.js";

describe("interleaving", () => {
  it("gives everyone a turn in each round, and nobody always the same place", async () => {
    const turns: string[] = [];
    const samples = await interleave(["a", "b", "c"], 3, async (name) => turns.push(name));
    expect(turns.join("")).toBe("abcbcacab");
    expect(samples).toEqual({ a: [1, 6, 8], b: [2, 4, 9], c: [3, 5, 7] });
  });

  it("stops at the first turn that fails", async () => {
    const failing = interleave(["a"], 3, async () => Promise.reject(new Error("no answer")));
    await expect(failing).rejects.toThrow("no answer");
  });
});

describe("timing", () => {
  it("counts as many rounds as asked for, after a warm-up that is not among them", async () => {
    let calls = 0;
    const call = () => {
      calls += 1;
    };
    const samples = await timePerCall({ call }, { rounds: 4, turnMs: 0.1 });
    expect(samples.call).toHaveLength(4);
    expect(samples.call.every((microseconds) => microseconds >= 0)).toBe(true);
    expect(calls).toBeGreaterThan(36);
  });
});
