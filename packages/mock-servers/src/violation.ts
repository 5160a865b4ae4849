/**
 * What kind of rule a request broke; it decides which documented error answers.
 *
 * `undecodable` and `media-type`: the request could not be turned into values at all.
 * `invalid`: it could, and the values are not what the document asks for.
 */
export type ViolationKind = "credentials" | "media-type" | "undecodable" | "invalid";

/** One rule of the document that a request broke. Never quotes a value, which may be a secret. */
export interface Violation {
  readonly kind: ViolationKind;
  readonly message: string;
}

const MAX_LENGTH = 300;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A violation whose message is safe in a header and on one line of a log, whatever is in it. */
export function violation(kind: ViolationKind, message: string): Violation {
  const oneLine = message.replace(CONTROL, escapeCharacter);
  const short = oneLine.length > MAX_LENGTH ? `${oneLine.slice(0, MAX_LENGTH)}…` : oneLine;
  return { kind, message: short };
}

function escapeCharacter(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`;
}
