import { describe, expect, it } from "vitest";
import type { NewEntry } from "../src/journal.js";
import { Journal } from "../src/journal.js";

const MEGABYTE = "x".repeat(1024 * 1024);

const entry = (body: string): NewEntry => ({
  provider: "ibm-video",
  operationId: null,
  method: "POST",
  path: "/",
  headers: {},
  body,
  credential: "none",
  status: 404,
  violations: [],
  forced: false,
  rule: null,
  fault: null,
  at: new Date(0),
  durationMs: 1,
  response: { headers: {}, body: "" },
});

describe("the journal", () => {
  it("keeps 32 MB of bodies at most, and then the last ones", () => {
    const journal = new Journal(1000);
    for (let n = 0; n < 50; n += 1) journal.add(entry(MEGABYTE));
    const kept = journal.entries();
    expect(kept).toHaveLength(31);
    expect(kept.at(-1)?.id).toBe(50);
    for (let n = 0; n < 3000; n += 1) journal.add(entry("small"));
    expect(journal.entries()).toHaveLength(1000);
    journal.clear();
    expect(journal.entries()).toEqual([]);
  });
});
