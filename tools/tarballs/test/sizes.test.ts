import { randomBytes } from "node:crypto";
import { appendFile, cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { readBudgets } from "../src/sizes/budgets.js";
import { measureSizes, type Size } from "../src/sizes/measure.js";
import { differences, excesses, readTable, withTable } from "../src/sizes/recorded.js";

const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");
const budgets = await readBudgets();
let sizes: Record<string, Size>;

beforeAll(async () => {
  sizes = await measureSizes(inject("project"));
});

describe("the bundles that browsers get", () => {
  it("are as large as the table in README says", () => {
    expect(differences(readTable(readme), sizes)).toEqual([]);
  });

  it("stay within their budgets, or where these are known to be missed, do not grow", () => {
    expect(excesses(sizes, budgets)).toEqual([]);
  });

  it("are noticed when they grow by 2 kB", async () => {
    const home = await mkdtemp(join(tmpdir(), "roomkey-growth-"));
    try {
      await cp(inject("project"), home, { recursive: true });
      const ballast = `\nglobalThis.ballast = "${randomBytes(1000).toString("hex")}";\n`;
      await appendFile(join(home, "node_modules/@roomkey/http/dist/client/client.js"), ballast);
      const found = differences(sizes, await measureSizes(home)).join("\n");
      for (const name of Object.keys(budgets.gzipBytes)) expect(found).toContain(`${name}, gzip`);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});

describe("the table of sizes", () => {
  const text = "Before\n<!-- sizes: npm run sizes -w tools/tarballs -->\n<!-- /sizes -->\nafter\n";
  const some = { "a + b": { min: 12_345, gzip: 4_567, brotli: 4_001 } };

  it("is written between its markers, and read from there", () => {
    const written = withTable(text, some);
    expect(written).toContain("| `a` + `b` | 12.35 kB | 4.57 kB | 4.00 kB |");
    expect(written.startsWith("Before\n")).toBe(true);
    expect(written.endsWith("\nafter\n")).toBe(true);
    expect(readTable(written)).toEqual({ "a + b": { min: 12_350, gzip: 4_570, brotli: 4_000 } });
    expect(withTable(written, some)).toBe(written);
  });

  it("needs its markers", () => {
    expect(() => withTable("no markers", some)).toThrow("README.md lacks");
  });

  it("differs where an entry point came, went, or changed by more than 3 %", () => {
    const is = (gzip: number): Size => ({ min: 1000, gzip, brotli: 1000 });
    expect(differences({ a: is(1000) }, { a: is(1030) })).toEqual([]);
    expect(differences({ a: is(1000) }, { a: is(1031) })).toEqual([
      "a, gzip: 1.03 kB, recorded are 1.00 kB",
    ]);
    expect(differences({ a: is(1000) }, { a: is(969) })).toHaveLength(1);
    expect(differences({}, { a: is(1) })).toEqual(["a is not recorded"]);
    expect(differences({ a: is(1) }, {})).toEqual(["a is recorded, but no longer there"]);
  });

  it("names what is larger than its budget, and a budget of nothing", () => {
    const sizeOf = { a: { min: 1, gzip: 501, brotli: 1 } };
    expect(excesses(sizeOf, { gzipBytes: { a: 501 } })).toEqual([]);
    expect(excesses(sizeOf, { gzipBytes: { a: 500, b: 500 } })).toEqual([
      "a, gzip: 501 bytes, its budget is 500",
      "b has a budget and is not measured",
    ]);
  });

  it("lets a missed budget be missed by no more than it was, and only as long as it is", () => {
    const sizeOf = { a: { min: 1, gzip: 501, brotli: 1 } };
    const excess = ["a, gzip: 501 bytes, its budget is 400"];
    const stale = ["a is within its budget, and listed as missing it"];
    expect(excesses(sizeOf, { gzipBytes: { a: 400 }, missedAt: { a: 501 } })).toEqual([]);
    expect(excesses(sizeOf, { gzipBytes: { a: 400 }, missedAt: { a: 490 } })).toEqual(excess);
    expect(excesses(sizeOf, { gzipBytes: { a: 501 }, missedAt: { a: 520 } })).toEqual(stale);
  });
});
