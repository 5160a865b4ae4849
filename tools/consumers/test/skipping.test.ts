import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { select } from "../src/matrix.js";
import { summary } from "../src/result.js";
import { runMatrix } from "../src/run-matrix.js";
import { whyMissing } from "../src/tools.js";

const chromium = select(["chromium-vite"]);
const quietly = {
  force: false,
  keep: false,
  tell: () => {},
  signal: new AbortController().signal,
};

describe("what a machine does not have", () => {
  beforeEach(() => {
    vi.stubEnv("PATH", "");
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("is skipped by name", async () => {
    const results = await runMatrix(chromium, { ...quietly, inCi: false });
    expect(results).toEqual([
      {
        name: "chromium-vite",
        outcome: "skipped",
        seconds: null,
        note: "no Chromium here; the package is `chromium`",
      },
    ]);
    expect(summary(results)).toMatch(/\n0 passed, 0 failed, 1 skipped$/);
  });

  it("fails in CI", async () => {
    const results = await runMatrix(chromium, { ...quietly, inCi: true });
    expect(summary(results)).toMatch(/chromium-vite +failed +- +no Chromium here/);
    expect(summary(results)).toMatch(/\n0 passed, 1 failed$/);
  });

  it("is known for each platform", () => {
    expect(whyMissing("node-20", "linux-arm64")).toBeNull();
    expect(whyMissing("typescript-5.4", "win32-x64")).toBeNull();
    expect(whyMissing("deno", "linux-x64-musl")).toBe("no deno for linux-x64-musl in the registry");
  });
});
