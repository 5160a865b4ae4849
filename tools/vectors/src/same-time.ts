const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** A typed time may print in another way: without its seconds, with `+00:00`. */
export function isSameTime(wanted: unknown, seen: unknown): boolean {
  if (typeof wanted !== "string" || typeof seen !== "string") return false;
  if (!TIME.test(wanted) || !TIME.test(seen)) return false;
  return Date.parse(wanted) === Date.parse(seen);
}
