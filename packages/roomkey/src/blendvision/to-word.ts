/**
 * A word of an enum without its prefix: `CHAT_STATUS_ACTIVE` is `active`. What is absent or
 * unspecified is null; a value that nobody knows yet is passed on in the same manner.
 */
export function toWord(value: string | null | undefined): string | null {
  return value?.toLowerCase().replace(/^[a-z]+_(status|type)_(unspecified$)?/, "") || null;
}
