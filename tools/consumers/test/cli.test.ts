import { describe, expect, it } from "vitest";
import { runCli } from "../src/cli.js";
import { matrix } from "../src/matrix.js";

async function run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCli(args, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env,
    signal: new AbortController().signal,
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("npm run consumers", () => {
  it("lists every case", async () => {
    const { code, out } = await run(["--list"]);
    expect(code).toBe(0);
    expect(out.split("\n")).toEqual(matrix.map(({ name }) => name));
  });

  it("lists the cases of a name, and those whose names begin with it", async () => {
    const { out } = await run(["--list", "--only", "bun", "--only", "typescript-5.4-node16"]);
    expect(out.split("\n")).toEqual([
      "bun",
      "typescript-5.4-node16",
      "typescript-5.4-node16-exact",
    ]);
  });

  it.each([
    [["--only", "node-2"], "There is no case node-2"],
    [["--onyl", "bun"], "--onyl"],
    [["bun"], "bun"],
  ])("refuses %j", async (args, complaint) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(complaint);
    expect(err).toContain("Usage: npm run consumers");
  });

  it("explains itself", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    expect(out).toContain("--only NAME");
  });
});
