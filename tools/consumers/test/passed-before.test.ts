import { appendFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "../src/fingerprint.js";
import { passedBefore } from "../src/passed-before.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "roomkey-passed-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("passedBefore", () => {
  it("knows the next time what has passed, with the same fingerprint only", async () => {
    const file = join(folder, "cache", "passed.json");
    const first = await passedBefore(file);
    await Promise.all([first.add("bun", "a"), first.add("deno", "a")]);
    const second = await passedBefore(file);
    expect(second.has("bun", "a")).toBe(true);
    expect(second.has("deno", "a")).toBe(true);
    expect(second.has("bun", "b")).toBe(false);
    expect(second.has("workerd", "a")).toBe(false);
  });

  it("takes a broken file for an empty one", async () => {
    const file = join(folder, "passed.json");
    await writeFile(file, "{");
    expect((await passedBefore(file)).has("bun", "a")).toBe(false);
  });
});

describe("fingerprint", () => {
  it("changes with every file and word, and with nothing else", async () => {
    const file = join(folder, "a.ts");
    await writeFile(file, "1");
    const before = await fingerprint([folder], ["x64"]);
    expect(await fingerprint([folder], ["x64"])).toBe(before);
    expect(await fingerprint([folder], ["arm64"])).not.toBe(before);
    await writeFile(join(folder, "b.ts"), "");
    const withAnother = await fingerprint([folder], ["x64"]);
    expect(withAnother).not.toBe(before);
    await appendFile(file, "2");
    expect(await fingerprint([folder], ["x64"])).not.toBe(withAnother);
  });
});
