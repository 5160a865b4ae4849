import type { JudgedFigure } from "../figure.js";
import type { Circumstances } from "./circumstances.js";

/** What was measured of one row, and where. */
export interface RowResult extends Circumstances {
  readonly row: string;
  readonly about: string;
  readonly seconds: number;
  readonly full: boolean;
  readonly figures: readonly JudgedFigure[];
}
