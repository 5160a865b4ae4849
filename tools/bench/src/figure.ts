import type { Spread } from "./measure/statistics.js";

/** One number that a row finds out. */
export interface Figure {
  /** Names the figure within its row, and its budget in `bench/budgets.json`. */
  readonly id: string;
  /** The median, with its quartiles; both are the value itself where it does not vary. */
  readonly spread: Spread;
  /** `×` for a ratio; absolute figures name theirs: `B`, `ms`, `requests`. */
  readonly unit: string;
  /** What a ratio is held against; empty for absolute figures. */
  readonly against: string;
  /** What the ratio was made of, or what else is worth knowing. */
  readonly note: string;
  /** Whether it comes out the same on every machine and run, so that its budget can be a gate. */
  readonly stable: boolean;
}

/** Bounds of a figure, both included. */
export interface Budget {
  readonly min?: number;
  readonly max?: number;
}

/** A figure with what its budget says. */
export interface JudgedFigure extends Figure {
  readonly budget: Budget | null;
  /** Null where there is no budget. */
  readonly met: boolean | null;
}

/** A ratio of two things measured side by side. */
export function ratio(
  id: string,
  spread: Spread,
  against: string,
  note = "",
  { stable = false }: { readonly stable?: boolean } = {},
): Figure {
  return { id, spread, unit: "×", against, note, stable };
}

/** A number that has a meaning by itself. */
export function absolute(
  id: string,
  value: number | Spread,
  unit: string,
  note = "",
  { stable = false }: { readonly stable?: boolean } = {},
): Figure {
  const spread = typeof value === "number" ? { low: value, median: value, high: value } : value;
  return { id, spread, unit, against: "", note, stable };
}
