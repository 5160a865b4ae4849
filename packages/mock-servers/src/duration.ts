/** Milliseconds, or text with a unit: `250ms`, `30s`, `5m`, `1h`, `7d`. */
export type Duration = number | string;

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** What a duration looks like as text. */
export const DURATION_PATTERN = "^\\d+(\\.\\d+)?(ms|s|m|h|d)$";

/** In milliseconds; undefined when it is no duration. */
export function readDuration(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? value : undefined;
  if (typeof value !== "string" || !new RegExp(DURATION_PATTERN).test(value)) return undefined;
  const unit = /[a-z]+$/.exec(value)?.[0] ?? "";
  return Number.parseFloat(value) * (UNITS[unit] ?? 1);
}

/** A duration that has been checked. */
export function milliseconds(value: Duration): number {
  return readDuration(value) ?? 0;
}
