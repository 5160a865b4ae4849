import { describe, expect, test } from "vitest";
import { scratchClone } from "./support/scratch-clone.js";
import { writeFiles } from "./support/write-files.js";

const options = {
  once: true,
  json: true,
  live: false,
  allowWrites: false,
  only: null,
  ibmVideoPort: 0,
  blendvisionPort: 0,
};

describe("npm start", () => {
  test("installs, generates, builds and walks, with nothing of that on stdout", async () => {
    const clone = await scratchClone();
    const { code, stdout, stderr } = await clone.bootstrap(["start", "--once", "--json"]);
    expect(stderr).toContain("Installing the locked dependencies (nothing is installed)");
    expect(stderr).toMatch(/^ok {5}Generate .*\nok {5}Build .*\n$/m);
    expect(JSON.parse(stdout)).toEqual(options);
    expect(code).toBe(7);
    expect(await clone.calls()).toEqual([
      expect.stringMatching(/^npm ci /),
      expect.stringMatching(/^turbo run .*\bgenerate\b/),
      expect.stringMatching(/^turbo run .*\bbuild --filter=@roomkey\/start\.\.\./),
    ]);
  });

  test("installs development dependencies and lets npm say why it fails", async () => {
    const clone = await scratchClone();
    await clone.bootstrap(["start", "--once"], {
      NODE_ENV: "production",
      npm_config_loglevel: "silent",
    });
    const [install] = await clone.calls();
    expect(install).toContain("--include=dev");
    expect(install).toContain("--loglevel=error");
  });

  test("does not install what a user installed", async () => {
    const clone = await scratchClone();
    await clone.install();
    const { code, stderr } = await clone.bootstrap(["start", "--once"]);
    expect(code).toBe(7);
    expect(stderr).not.toContain("Installing");
    expect((await clone.calls()).filter((call) => call.startsWith("npm"))).toEqual([]);
  });

  test("a failed installation ends it with exit code 1 and a hint", async () => {
    const clone = await scratchClone();
    const { code, stdout, stderr } = await clone.bootstrap(["start", "--once"], { NPM_FAILS: "9" });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("npm ci failed with exit code 9");
    expect(stderr).toContain("Is the package registry reachable");
    expect(await clone.calls()).toHaveLength(1);
  });

  test.each(["generate", "build"])("a failed %s ends it with exit code 1", async (step) => {
    const clone = await scratchClone();
    await clone.install();
    const { code, stdout, stderr } = await clone.bootstrap(["start"], { TURBO_FAILS_AT: step });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^failed .* \(\d+ ms\)\nturbo says something on stdout$/m);
  });

  test("--help is answered before anything is installed", async () => {
    const clone = await scratchClone();
    const { code, stdout } = await clone.bootstrap(["start", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("npm start -- --once");
    expect(await clone.calls()).toEqual([]);
  });

  test("an unknown flag is refused before anything is installed", async () => {
    const clone = await scratchClone();
    const { code, stdout, stderr } = await clone.bootstrap(["start", "--onec"]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Unknown option '--onec'. npm start -- --help lists the flags.");
    expect(await clone.calls()).toEqual([]);
  });

  test("an unknown command is refused", async () => {
    const clone = await scratchClone();
    const { code, stderr } = await clone.bootstrap(["stop"]);
    expect(code).toBe(2);
    expect(stderr).toContain("start|test");
  });

  test("a Node that is too old is told so", async () => {
    const clone = await scratchClone();
    await writeFiles(clone.folder, {
      "tools/start/bootstrap/node-version.mjs":
        "export const nodeVersionProblem = () => 'too old';",
    });
    const { code, stderr } = await clone.bootstrap(["start"]);
    expect(code).toBe(1);
    expect(stderr).toBe("too old\n");
    expect(await clone.calls()).toEqual([]);
  });
});
