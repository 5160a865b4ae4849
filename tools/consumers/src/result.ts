/** How one case went. */
export interface Result {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** null where it did not run: it was skipped, or has passed before with the same packages. */
  readonly seconds: number | null;
  /** Why it was skipped, or that it has passed before. */
  readonly note: string;
}

/** All results as a table, and the line that sums them up. */
export function summary(results: readonly Result[]): string {
  const width = Math.max(4, ...results.map(({ name }) => name.length));
  const row = (name: string, result: string, seconds: string, note: string) =>
    `${name.padEnd(width)}  ${result.padEnd(7)}  ${seconds.padStart(7)}  ${note}`.trimEnd();
  const count = (outcome: Result["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  const skipped = count("skipped");
  return [
    row("case", "result", "seconds", ""),
    ...results.map(({ name, outcome, seconds, note }) =>
      row(name, outcome, seconds?.toFixed(1) ?? "-", note),
    ),
    "",
    `${count("passed")} passed, ${count("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  ].join("\n");
}
