/** What became of one vector with one client. */
export interface VectorResult {
  /** The client sent the very bytes of the vector. */
  readonly exact: boolean;
  /** What was wrong; nothing where all was right. */
  readonly differences: readonly string[];
}

/** By the id of the vector. */
export type VectorResults = Readonly<Record<string, VectorResult>>;

/** What became of one target. */
export interface TargetResults {
  /** As the generator leaves it. Not there where nothing is run. */
  readonly plain?: VectorResults;
  /** With the help of the language page, for the vectors that went wrong without. */
  readonly helped?: VectorResults;
}
