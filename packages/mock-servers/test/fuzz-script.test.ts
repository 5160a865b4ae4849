import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL("../scripts/fuzz.mjs", import.meta.url));

/** The first run installs Schemathesis. */
const LONG = 300_000;

describe("npm run fuzz", () => {
  it(
    "finds nothing in a thousand spoilt requests and what Schemathesis makes, and says with which seed",
    async () => {
      const args = [SCRIPT, "--requests", "1000", "--seed", "7", "--examples", "3"];
      const { stdout } = await run(process.execPath, args);
      expect(stdout).toContain("seed 7, 1000 requests");
      expect(stdout).toMatch(/memory [\d.]+ MB held after 500, [\d.]+ MB after 1000/);
      if (stdout.includes("not done: ")) console.warn(/not done: .*/.exec(stdout)?.[0]);
      else
        for (const mode of ["", " --stateful"]) {
          expect(stdout).toMatch(new RegExp(`ibm-video-chat.json${mode}: [1-9]\\d* cases`));
          expect(stdout).toMatch(new RegExp(`blendvision-chatroom.json${mode}: [1-9]\\d* cases`));
        }
      expect(stdout).toContain("nothing found");
    },
    LONG,
  );

  it("names what it is told wrong, with status 2", async () => {
    await expect(run(process.execPath, [SCRIPT, "--requests", "many"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--requests must be a whole number, not many"),
    });
  });
});

describe("a tool that comes through Python", () => {
  it("is missed by name where there is no Python", async () => {
    const module = new URL("../scripts/python-tool.mjs", import.meta.url).href;
    const code = `import { pythonTool } from ${JSON.stringify(module)};
      await pythonTool({ name: "not-a-tool", version: "1" }).catch((e) => console.log(String(e)));`;
    const args = ["--input-type=module", "-e", code];
    const { stdout } = await run(process.execPath, args, { env: { PATH: "/nowhere" } });
    expect(stdout.trim()).toBe(
      "ToolMissingError: not-a-tool needs Python 3.10 or newer: python3 is not installed",
    );
  });
});
