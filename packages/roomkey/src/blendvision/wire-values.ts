/**
 * A word of an enum without its prefix: `CHAT_STATUS_ACTIVE` is `active`. What is absent or
 * unspecified is null; a value that nobody knows yet is passed on in the same manner.
 */
export function toWord(value: string | null | undefined, prefix: string): string | null {
  const word = value?.replace(prefix, "").toLowerCase() ?? "unspecified";
  return word === "unspecified" ? null : word;
}

/** An RFC 3339 time as a date; null where it is absent or no time. */
export function toDate(time: string | null | undefined): Date | null {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
