import { describe, expect, test } from "vitest";
import { createSteps } from "../bootstrap/steps.mjs";
import { recorder } from "./support/recorder.js";

const fail = async () => {
  throw new Error("no");
};

describe("progress", () => {
  test("is one whole line a step in a log", async () => {
    const log = recorder();
    const steps = createSteps(log);
    expect(await steps.run("Open the door", async () => "open")).toBe("open");
    await expect(steps.run("Walk in", fail)).rejects.toThrow("no");
    expect(log.text).toMatch(/^ok {5}Open the door \(\d+ ms\)\nfailed Walk in \(\d+ ms\)\n$/);
  });

  test("shows the running step in a terminal, then puts the outcome in its place", async () => {
    const terminal = recorder(true);
    const steps = createSteps(terminal);
    await steps.run("Open the door", async () => {
      expect(terminal.text).toBe("  … Open the door");
    });
    await expect(steps.run("Walk in", fail)).rejects.toThrow("no");
    expect(terminal.text.replaceAll(/\d+ ms/g, "N ms")).toBe(
      "  … Open the door\r\u001b[2K  ✓ Open the door (N ms)\n" +
        "  … Walk in\r\u001b[2K  ✗ Walk in (N ms)\n",
    );
  });
});
