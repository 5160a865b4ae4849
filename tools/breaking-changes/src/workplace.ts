/** Where everything is. */
export interface Workplace {
  /** Root of the repository: `.changeset/` is read and written there. */
  readonly root: string;
  /** The package of the documents. */
  readonly specs: string;
  /** Its bundles. */
  readonly bundles: string;
  /** The published packages of code. */
  readonly packages: string;
  /** Their API reports. */
  readonly reports: string;
  /** What was last released. */
  readonly folder: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}
