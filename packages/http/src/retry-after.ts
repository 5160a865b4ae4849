/**
 * How long a provider asks to wait, in milliseconds: `Retry-After` as seconds or as an HTTP date,
 * else `X-RateLimit-Reset` as a Unix time in seconds. Null where neither can be understood.
 */
export function retryAfterMs(headers: Headers, now: number = Date.now()): number | null {
  // A header that is absent reads "null", which is neither a number nor a date.
  const after = String(headers.get("retry-after"));
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  // A date must name a weekday or carry a time zone; `Date.parse("1")` is a year, not a delay.
  const date = /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const reset = String(headers.get("x-ratelimit-reset"));
  if (/^\d+$/.test(reset)) return Math.max(0, Number(reset) * 1000 - now);
  return null;
}
