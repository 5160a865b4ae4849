/** An RFC 3339 time as a date; null where it is absent or no time. */
export function toDate(time: string | null | undefined): Date | null {
  const ms = Date.parse(time ?? "");
  return Number.isFinite(ms) ? new Date(ms) : null;
}
