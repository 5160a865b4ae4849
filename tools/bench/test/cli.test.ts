import { afterEach, describe, expect, it, vi } from "vitest";
import { run } from "../src/cli.js";
import { readCliOptions } from "../src/cli-options.js";

const out = vi.spyOn(console, "log").mockImplementation(() => {});
const err = vi.spyOn(console, "error").mockImplementation(() => {});

afterEach(() => {
  vi.clearAllMocks();
});

describe("the command line", () => {
  it("names rows and switches", () => {
    expect(readCliOptions(["call", "http", "--json"])).toMatchObject({
      names: ["call", "http"],
      json: true,
      gates: false,
      full: false,
    });
  });

  it("refuses a row that does not exist, and says which do", async () => {
    expect(await run(["cal"])).toBe(2);
    expect(err.mock.calls[0]?.[0]).toContain("There is no row cal. Rows: call, http, size");
  });

  it("refuses an option that does not exist", async () => {
    expect(await run(["--fast"])).toBe(2);
    expect(err.mock.calls[0]?.[0]).toContain("--fast");
  });

  it("explains itself", async () => {
    expect(await run(["--help"])).toBe(0);
    expect(out.mock.calls[0]?.[0]).toContain("Usage: npm run bench");
  });

  it("lists a row per line", async () => {
    expect(await run(["--list"])).toBe(0);
    expect(out.mock.calls.map(([line]) => String(line).split(" ")[0])).toEqual([
      ..."call http size install start types tokens codegen build mocks growth".split(" "),
    ]);
  });
});
