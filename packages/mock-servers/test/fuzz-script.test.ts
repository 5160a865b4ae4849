import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const SCRIPT = fileURLToPath(new URL("../scripts/fuzz.mjs", import.meta.url));

describe("npm run fuzz", () => {
  it("finds nothing in a thousand spoilt requests, and says with which seed", async () => {
    const args = [SCRIPT, "--requests", "1000", "--seed", "7"];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toContain("seed 7, 1000 requests");
    expect(stdout).toMatch(/memory \d+ MB after 500, \d+ MB after 1000/);
    expect(stdout).toContain("nothing found");
  });
});
