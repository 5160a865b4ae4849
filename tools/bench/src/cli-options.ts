import { parseArgs } from "node:util";
import { rows } from "./rows.js";

/** What a run is asked to do. */
export interface CliOptions {
  readonly names: readonly string[];
  readonly list: boolean;
  readonly gates: boolean;
  readonly full: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const help = `Usage: npm run bench [-- NAME...] [options]

Measures this repository against its peers, side by side, in one run. Prints a table, and writes
JSON and a plot of each row to bench/results/. Budgets are in bench/budgets.json.

  NAME      a row; all of them without one (see --list)
  --list    names the rows
  --gates   only figures that are the same on every machine; exit 1 when one misses its budget, or
            misses it by more than missedAt in bench/budgets.json says
  --full    longer, for less spread; mocks: 200,000 requests
  --json    results as JSON on stdout, in place of the table
  --help    this text

Exit code: 0 measured, 1 a row could not be measured or a gate was missed, 2 bad usage.`;

/** Reads the command line; gives a sentence where it makes no sense. */
export function readCliOptions(args: readonly string[]): CliOptions | string {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        list: flag,
        gates: flag,
        full: flag,
        json: flag,
        help: { ...flag, short: "h" },
      },
    });
    const unknown = positionals.find((name) => !rows.some((row) => row.name === name));
    if (unknown !== undefined) {
      return `There is no row ${unknown}. Rows: ${rows.map(({ name }) => name).join(", ")}.`;
    }
    return { ...values, names: positionals };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
