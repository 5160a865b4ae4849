/** A median with its quartiles. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** The value below which the given share of the values lies, between neighbours where need be. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("no values");
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles. */
export function spreadOf(values: readonly number[]): Spread {
  return {
    low: quantile(values, 0.25),
    median: quantile(values, 0.5),
    high: quantile(values, 0.75),
  };
}

/** Spread of the ratios of values that were measured in the same rounds. */
export function ratioSpread(values: readonly number[], base: readonly number[]): Spread {
  if (values.length !== base.length) throw new RangeError("rounds do not match");
  return spreadOf(values.map((value, round) => value / (base[round] as number)));
}
