import type { JudgedFigure } from "../figure.js";

/** A number as people read it: three digits that count, thousands apart. */
export function readable(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) {
    return Math.round(value).toLocaleString("en-US");
  }
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** A figure with its unit: `1.12 × raw`, `4,500 B`. */
export function valueText({ spread, unit, against }: JudgedFigure): string {
  return [readable(spread.median), unit, against].filter(Boolean).join(" ");
}

/** The quartiles; empty where the figure does not vary. */
export function spreadText({ spread: { low, high } }: JudgedFigure): string {
  return low === high ? "" : `${readable(low)} to ${readable(high)}`;
}

/** What the budget asks for; empty where there is none. */
export function budgetText({ budget }: JudgedFigure): string {
  const { min, max } = budget ?? {};
  return [min !== undefined && `≥ ${readable(min)}`, max !== undefined && `≤ ${readable(max)}`]
    .filter(Boolean)
    .join(", ");
}
