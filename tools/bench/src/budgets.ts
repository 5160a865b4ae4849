import { readFile } from "node:fs/promises";
import type { Budget, Figure, JudgedFigure } from "./figure.js";
import { budgetsFile } from "./folders.js";
import { readable } from "./report/numbers.js";

/** What `bench/budgets.json` says of one row: bounds by the figure's id. */
export interface RowBudgets {
  readonly atMost?: Readonly<Record<string, number>>;
  readonly atLeast?: Readonly<Record<string, number>>;
  /** Of the row `size`: at most so many bytes. */
  readonly gzipBytes?: Readonly<Record<string, number>>;
  /** What figures are that miss their budget. They may get better, never worse. */
  readonly missedAt?: Readonly<Record<string, number>>;
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
  { atMost, atLeast, gzipBytes, missedAt }: RowBudgets = {},
): string[] {
  const ids = Object.keys({ ...atMost, ...atLeast, ...gzipBytes, ...missedAt });
  return ids.filter((id) => !figures.some((figure) => figure.id === id));
}

/** How much worse a figure may look than it was: allocations differ from run to run. */
const TOLERANCE = 0.05;

/**
 * What is wrong with the stable figures of a row, a sentence each: a missed budget, unless
 * `missedAt` has it and it has not become worse; and one in `missedAt` that is met by now.
 */
export function complaints(figures: readonly JudgedFigure[], budgets: RowBudgets = {}): string[] {
  return figures.flatMap(({ id, spread: { median }, met, stable }) => {
    const known = budgets.missedAt?.[id];
    if (!stable || met === null) return [];
    if (met) return known === undefined ? [] : [`${id}: the budget is met; missedAt has to go`];
    if (known === undefined) return [`${id}: ${readable(median)} misses the budget`];
    const worse = budgets.atLeast?.[id] === undefined ? median / known : known / median;
    const text = `${id}: ${readable(median)}, after ${readable(known)}, misses the budget by more`;
    return worse > 1 + TOLERANCE ? [text] : [];
  });
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
