import { describe, expect, it } from "vitest";
import { HELP, OptionsError, readOptions } from "../src/options.js";
import { TARGETS } from "../src/targets.js";

describe("npm run interop", () => {
  it("tries every target unless told otherwise", () => {
    const only = TARGETS.map(({ id }) => id);
    expect(readOptions([])).toEqual({ only, fresh: false, write: false });
    expect(readOptions(["--only", "go-ogen", "--fresh"])).toEqual({
      only: ["go-ogen"],
      fresh: true,
      write: false,
    });
  });

  it("names the targets in its help, and when one is not known", () => {
    expect(readOptions(["--help"])).toBeNull();
    for (const { id } of TARGETS) expect(HELP).toContain(id);
    expect(() => readOptions(["--only", "cobol"])).toThrow(OptionsError);
    expect(() => readOptions(["--only", "cobol"])).toThrow(/cobol; there are go-oapi-codegen/);
    expect(() => readOptions(["--nothing"])).toThrow(OptionsError);
  });
});
