import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { DocumentedAnswer } from "./documented.js";

/** A documented answer, and what was proven of it. */
export interface CoveredAnswer {
  readonly operationId: string;
  readonly status: string;
  readonly example: string;
  readonly proof: string;
}

/** Which documented answers the tests of this run have proven. */
export class Coverage {
  readonly #covered: CoveredAnswer[] = [];

  /** Notes a proof. A test notes at its end, so one that failed notes nothing. */
  note({ operationId, status, example }: DocumentedAnswer, proof: string): void {
    this.#covered.push({ operationId, status, example, proof });
  }

  /** Writes what was noted, for `report.ts`. */
  write(file: string): void {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(this.#covered, null, 2)}\n`);
  }
}
