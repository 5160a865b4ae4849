import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ScratchClone, scratchClone } from "./support/scratch-clone.js";
import { writeFiles } from "./support/write-files.js";

interface Task {
  readonly id: string;
  readonly exitCode?: number;
  readonly cache?: "HIT" | "MISS";
  readonly log?: string;
}

const vitest = (files: string, tests: string) => ` Test Files  ${files}\n      Tests  ${tests}\n`;
const green = vitest("1 passed (1)", "12 passed | 1 skipped (13)");

/** A clone whose turbo comes to these results. */
async function cloneWith(tasks: readonly Task[]): Promise<ScratchClone> {
  const clone = await scratchClone();
  await clone.install();
  const logFile = (id: string) => `logs/${id.replace(/\W/g, "-")}.log`;
  await writeFiles(clone.folder, {
    "turbo-leaves/.turbo/runs/1.json": {
      tasks: tasks.map(({ id, exitCode = 0, cache = "MISS" }) => ({
        taskId: id,
        package: id.split("#")[0],
        task: id.split("#")[1],
        logFile: logFile(id),
        cache: { status: cache },
        execution: { exitCode, startTime: 1000, endTime: 2500 },
      })),
    },
    ...Object.fromEntries(
      tasks.map(({ id, log }) => [join("turbo-leaves", logFile(id)), log ?? ""]),
    ),
  });
  return clone;
}

const lastLine = (text: string) => text.trimEnd().split("\n").at(-1);

describe("npm test", () => {
  test("runs every check and ends with the true totals", async () => {
    const clone = await cloneWith([
      { id: "//#lint" },
      { id: "a#test", log: green },
      { id: "b#test", log: vitest("1 passed (1)", "30 passed (30)"), cache: "HIT" },
    ]);
    const { code, stdout } = await clone.bootstrap(["test"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok {5}\/\/#lint +1\.5 s$/m);
    expect(stdout).toMatch(/^ok {5}b#test +cached {2}30 passed, 0 failed$/m);
    expect(lastLine(stdout)).toBe("42 passed, 0 failed, 1 skipped");
    const [call] = await clone.calls();
    for (const check of ["//#lint", "lint", "drift", "typecheck", "test"]) {
      expect(call?.split(" ")).toContain(check);
    }
  });

  test("failed tests are counted, and turbo's exit code is passed on", async () => {
    const clone = await cloneWith([
      { id: "a#test", exitCode: 1, log: vitest("1 failed (1)", "2 failed | 5 passed (7)") },
    ]);
    const { code, stdout } = await clone.bootstrap(["test"], { TURBO_FAILS_AT: "test" });
    expect(code).toBe(3);
    expect(stdout).toMatch(/^FAILED a#test/m);
    expect(lastLine(stdout)).toBe("5 passed, 2 failed");
  });

  test("a check that fails counts as one", async () => {
    const clone = await cloneWith([
      { id: "specs#lint", exitCode: 1 },
      { id: "a#test", log: green },
    ]);
    const { code, stdout } = await clone.bootstrap(["test"], { TURBO_FAILS_AT: "test" });
    expect(code).toBe(3);
    expect(lastLine(stdout)).toBe("12 passed, 1 failed, 1 skipped");
  });

  test("says that what needs a failed build did not run", async () => {
    const clone = await cloneWith([{ id: "a#build", exitCode: 2 }]);
    const { stdout } = await clone.bootstrap(["test"], { TURBO_FAILS_AT: "test" });
    expect(stdout).toContain("\nWhat needs a task that failed did not run.\n");
    expect(lastLine(stdout)).toBe("0 passed, 1 failed");
  });

  test("tests that ran without totals are a failure, whatever turbo says", async () => {
    const clone = await cloneWith([{ id: "a#test", log: "all good!\n" }]);
    const { code, stdout } = await clone.bootstrap(["test"]);
    expect(code).toBe(1);
    expect(lastLine(stdout)).toBe("0 passed, 1 failed");
  });

  test("tests that ended badly after their totals are a failure", async () => {
    const clone = await cloneWith([{ id: "a#test", exitCode: 1, log: green }]);
    const { code, stdout } = await clone.bootstrap(["test"], { TURBO_FAILS_AT: "test" });
    expect(code).toBe(3);
    expect(lastLine(stdout)).toBe("12 passed, 1 failed, 1 skipped");
  });

  test("no results of an earlier run are summed up", async () => {
    const clone = await cloneWith([{ id: "a#test", log: green }]);
    await writeFiles(clone.folder, { ".turbo/runs/0.json": { tasks: [{ id: "old" }] } });
    const { stdout } = await clone.bootstrap(["test"]);
    expect(lastLine(stdout)).toBe("12 passed, 0 failed, 1 skipped");
  });

  test("a turbo that comes to no task at all is a failure", async () => {
    const clone = await cloneWith([]);
    const { code, stdout } = await clone.bootstrap(["test"], { TURBO_FAILS_AT: "test" });
    expect(code).toBe(3);
    expect(lastLine(stdout)).toBe("0 passed, 1 failed");
  });

  test("flags go to turbo", async () => {
    const clone = await cloneWith([{ id: "a#test", log: green }]);
    await clone.bootstrap(["test", "--force", "--filter=roomkey"]);
    expect((await clone.calls())[0]).toMatch(/ --force --filter=roomkey$/);
  });

  test("a failed installation ends it with npm's exit code", async () => {
    const clone = await scratchClone();
    const { code, stdout, stderr } = await clone.bootstrap(["test"], { NPM_FAILS: "9" });
    expect(code).toBe(9);
    expect(lastLine(stdout)).toBe("0 passed, 1 failed");
    expect(stderr).toContain("npm ci failed with exit code 9");
  });
});
