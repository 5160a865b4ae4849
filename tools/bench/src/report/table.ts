import { budgetText, spreadText, valueText } from "./numbers.js";
import type { RowResult } from "./row-result.js";

const verdicts = { true: "met", false: "MISSED", null: "" } as const;

/** The figures of a row as a table for people. */
export function rowTable({ row, about, seconds, figures }: RowResult): string {
  const lines = figures.map((figure) => [
    figure.id,
    valueText(figure),
    spreadText(figure),
    budgetText(figure),
    verdicts[`${figure.met}`],
    figure.note,
  ]);
  const head = ["", "median", "quartiles", "budget", "", ""];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  );
  const text = [head, ...lines].map((line) =>
    `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
  return [`${row}: ${about} (${seconds} s)`, ...text, ""].join("\n");
}
