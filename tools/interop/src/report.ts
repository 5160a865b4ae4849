import type { Vector } from "@roomkey/vectors";
import type { Ending, Verdict } from "./judge.js";
import type { KnownGap } from "./known-gaps.js";
import type { Target } from "./targets.js";

export interface Row {
  readonly target: Target;
  readonly verdict: Verdict;
}

const MARKS: Readonly<Record<Exclude<Ending, "gap">, string>> = {
  exact: "✓",
  same: "✓",
  helped: "help",
};

const DEPTHS: Readonly<Record<Target["depth"], string>> = {
  run: "generated, compiled, run",
  compiled: "generated, compiled, the page's session run",
  parsed: "generated, read by a parser",
};

/** `docs/interop.md`. */
export function report(rows: readonly Row[], vectors: readonly Vector[]): string {
  const run = rows.filter(({ target }) => target.depth === "run");
  const groups = [...new Set(vectors.map(({ group }) => group))];
  const gaps = run.flatMap(({ verdict }) => gapsOf(verdict));
  const number = (gap: KnownGap): string =>
    `[${gaps.indexOf(gap) + 1}](#gap-${gaps.indexOf(gap) + 1})`;

  const targets = table(
    ["language", "generator", "how far", "as it is", "with help", "gaps"],
    rows.map(({ target, verdict }) => [
      target.language,
      `[${target.generator}](../specs/languages/${target.page})`,
      DEPTHS[target.depth],
      ...(target.depth === "run" ? counts(Object.values(verdict.endings)) : ["", "", ""]),
    ]),
  );
  const byGroup = table(
    ["", ...run.map(heading)],
    groups.map((group) => {
      const own = vectors.filter((vector) => vector.group === group);
      return [`${group} (${own.length})`, ...run.map(({ verdict }) => share(verdict, own))];
    }),
  );
  const byVector = table(
    ["vector", ...run.map(heading)],
    vectors.map(({ id }) => [
      `\`${id}\``,
      ...run.map(({ verdict: { endings, gaps: own } }) => {
        const ending = endings[id] ?? "gap";
        if (ending !== "gap" && ending !== "helped") return MARKS[ending];
        const gap = own[id];
        return `${ending === "helped" ? "help" : "✗"} ${gap === undefined ? "?" : number(gap)}`;
      }),
    ]),
  );
  const reasons = gaps.map((gap, index) => {
    const count = `${gap.vectors.map((pattern) => `\`${pattern}\``).join(", ")}`;
    const help = gap.helped ? "The language page has what helps." : "Nothing helps.";
    return `<a id="gap-${index + 1}"></a>\n${index + 1}. **${gap.target}**: ${gap.reason} ${help} (${count})`;
  });

  return `# Other languages

Written by \`npm run interop -- --write\`; do not edit. Clients are generated from the published files of \`@roomkey/specs\`,
compiled, and run against the mock servers with all ${vectors.length} [golden vectors](../specs/vectors/README.md). Commands, flags
and help come from the [language pages](../specs/languages), which is how those are known to work.

${targets}

"As it is" counts what the client gets right that the page's commands and settings give, "with help" what takes the few lines of
code that the page shows; what is left are gaps. Python's datamodel-code-generator makes models only: there the HTTP client is ours.

## By kind

${byGroup}

${run.some(({ verdict }) => Object.values(verdict.endings).includes("helped")) ? "In brackets: how many of them with help.\n" : ""}
## Gaps and their reasons

${reasons.join("\n\n")}

## Every vector

✓ right as it is · help: right with the help of the language page · ✗ wrong

${byVector}
`;
}

function heading({ target }: Row): string {
  return `${target.language} ${target.generator}`;
}

function counts(endings: readonly Ending[]): string[] {
  const count = (...wanted: Ending[]): string =>
    String(endings.filter((ending) => wanted.includes(ending)).length);
  return [count("exact", "same"), count("helped"), count("gap")];
}

function share({ endings }: Verdict, vectors: readonly Vector[]): string {
  const own = vectors.map(({ id }) => endings[id]);
  const helped = own.filter((ending) => ending === "helped").length;
  const right = own.filter((ending) => ending !== "gap" && ending !== undefined).length;
  return `${right}${helped > 0 ? ` (${helped})` : ""}`;
}

/** In the order of the vectors. */
function gapsOf({ gaps, endings }: Verdict): KnownGap[] {
  const left = Object.entries(gaps).filter(([id]) => /^(gap|helped)$/.test(endings[id] ?? ""));
  return [...new Set(left.map(([, gap]) => gap))];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}
