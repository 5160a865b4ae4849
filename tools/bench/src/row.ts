import type { Figure } from "./figure.js";

/** How a row is to be measured. */
export interface RowOptions {
  /** Only figures that are the same on every machine: for gates. */
  readonly stableOnly: boolean;
  /** Take all the time it needs, where the normal run takes a sample. */
  readonly full: boolean;
  /** Tells the reader what is being done now. */
  readonly progress: (text: string) => void;
}

/** Measures one row of the table. */
export type MeasureRow = (options: RowOptions) => Promise<readonly Figure[]>;

/** One row: a name to ask for it by, and what it is about. */
export interface Row {
  readonly name: string;
  readonly about: string;
  /** Whether it has figures that can be gates. */
  readonly stable: boolean;
  /** Loaded when it is measured: what it measures has to be built first. */
  readonly load: () => Promise<{ readonly measure: MeasureRow }>;
}
