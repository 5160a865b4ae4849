import { describe, expect, test } from "vitest";
import { closingLine, vitestTotals } from "../bootstrap/test-totals.mjs";

describe("the totals of a vitest run", () => {
  test("are read from the lines it ends with", () => {
    const log = `
 ✓ test/a.test.ts (3 tests) 4ms

 Test Files  2 passed (2)
      Tests  12 passed (12)
   Start at  10:00:00
`;
    expect(vitestTotals(log)).toEqual({ passed: 12, failed: 0, skipped: 0 });
  });

  test("know failed, skipped and planned tests", () => {
    const log =
      " Test Files  1 failed | 2 passed (3)\n      Tests  4 failed | 10 passed | 2 skipped | 1 todo (17)\n";
    expect(vitestTotals(log)).toEqual({ passed: 10, failed: 4, skipped: 3 });
  });

  test("count a file that could not be loaded as failed", () => {
    const log = " Test Files  1 failed (1)\n      Tests  no tests\n";
    expect(vitestTotals(log)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test("are summed where a task runs vitest more than once", () => {
    const log =
      " Test Files  2 passed (2)\n      Tests  12 passed (12)\n" +
      " Test Files  1 passed (1)\n      Tests  1 failed | 3 passed (4)\n";
    expect(vitestTotals(log)).toEqual({ passed: 15, failed: 1, skipped: 0 });
  });

  test("are found in coloured output", () => {
    const log =
      "\u001b[2m Test Files \u001b[22m \u001b[1m\u001b[32m1 passed\u001b[39m\u001b[22m\u001b[90m (1)\u001b[39m\n" +
      "\u001b[2m      Tests \u001b[22m \u001b[1m\u001b[32m5 passed\u001b[39m\u001b[22m\u001b[90m (5)\u001b[39m\n";
    expect(vitestTotals(log)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  test("are null where vitest came to no end", () => {
    expect(vitestTotals("error: cannot find the config\n")).toBeNull();
  });
});

test("the closing line names skipped tests only where there are some", () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe("3 passed, 0 failed");
  expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe("3 passed, 1 failed, 2 skipped");
});
