import { readFile } from "node:fs/promises";
import type { Budget, Figure, JudgedFigure } from "./figure.js";
import { budgetsFile } from "./folders.js";

/** What `bench/budgets.json` says of one row: bounds by the figure's id. */
export interface RowBudgets {
  readonly atMost?: Readonly<Record<string, number>>;
  readonly atLeast?: Readonly<Record<string, number>>;
  /** Of the row `size`: at most so many bytes. */
  readonly gzipBytes?: Readonly<Record<string, number>>;
}

/** Budgets by row. */
export type Budgets = Readonly<Record<string, RowBudgets>>;

/** Reads `bench/budgets.json`. */
export async function readBudgets(): Promise<Budgets> {
  return JSON.parse(await readFile(budgetsFile, "utf8")) as Budgets;
}

/** Holds the figures of a row against their budgets. */
export function judge(figures: readonly Figure[], budgets: RowBudgets = {}): JudgedFigure[] {
  return figures.map((figure) => {
    const budget = budgetOf(figure.id, budgets);
    return { ...figure, budget, met: budget && isWithin(figure.spread.median, budget) };
  });
}

/** Budgets of a row that no figure answers: a renamed figure would otherwise lose its budget. */
export function unusedBudgets(
  figures: readonly Figure[],
  { atMost, atLeast, gzipBytes }: RowBudgets = {},
): string[] {
  const ids = Object.keys({ ...atMost, ...atLeast, ...gzipBytes });
  return ids.filter((id) => !figures.some((figure) => figure.id === id));
}

function budgetOf(id: string, { atMost, atLeast, gzipBytes }: RowBudgets): Budget | null {
  const max = atMost?.[id] ?? gzipBytes?.[id];
  const min = atLeast?.[id];
  if (max === undefined && min === undefined) return null;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function isWithin(value: number, { min, max }: Budget): boolean {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
}
