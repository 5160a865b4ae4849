/**
 * How long a provider asks to wait, in milliseconds: `Retry-After` as seconds or as an HTTP date,
 * else `X-RateLimit-Reset` as a Unix time in seconds. Null where neither can be understood.
 */
export function retryAfterMs(headers: Headers, now: number = Date.now()): number | null {
  const after = headers.get("retry-after") ?? "";
  const reset = headers.get("x-ratelimit-reset") ?? "";
  if (/^\d+(\.\d+)?$/.test(after)) return +after * 1000;
  // A date must name a weekday or carry a time zone; `Date.parse("1")` is a year, not a delay.
  const date = /[a-z]{3}/i.test(after) ? Date.parse(after) : Number.NaN;
  const at = Number.isNaN(date) && /^\d+$/.test(reset) ? +reset * 1000 : date;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
