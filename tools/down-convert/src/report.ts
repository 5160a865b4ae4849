/** What a conversion has to say about the places that it could not carry over as they were. */
export interface Report {
  /** What was left out because it only informs, with JSON pointers. */
  readonly lost: string[];
  /** What 3.0 cannot say, with JSON pointers. */
  readonly refused: string[];
  /** References that were replaced by their targets. */
  readonly inlined: Set<string>;
}

/** The document says what 3.0 cannot say: every such place, and why. */
export class CannotSayError extends Error {
  override readonly name = "CannotSayError";
  readonly places: readonly string[];

  constructor(places: readonly string[]) {
    super(`OpenAPI 3.0 cannot say this:\n  ${places.join("\n  ")}`);
    this.places = places;
  }
}

/** The JSON pointer of a member. */
export const pointerTo = (place: string, member: string | number): string =>
  `${place}/${String(member).replaceAll("~", "~0").replaceAll("/", "~1")}`;
