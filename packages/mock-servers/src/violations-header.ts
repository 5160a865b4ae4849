/** The response header that says which rules of the document a request broke. */
export const VIOLATIONS_HEADER = "x-roomkey-violations";

// A header is not the place for an essay: clients stop reading at 8 to 16 kB of headers.
const MAX_LISTED = 10;

const NOT_ASCII = /[^\x20-\x7e]/g;

/** A JSON array of sentences, in ASCII. */
export function violationsHeader(messages: readonly string[]): string {
  const listed = messages.slice(0, MAX_LISTED);
  const left = messages.length - listed.length;
  if (left > 0) listed.push(`and ${left} more`);
  return JSON.stringify(listed).replace(
    NOT_ASCII,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
