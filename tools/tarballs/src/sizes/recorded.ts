import type { SizeBudgets } from "./budgets.js";
import type { Size } from "./measure.js";

const begin = "<!-- sizes: npm run sizes -w tools/tarballs -->";
const end = "<!-- /sizes -->";

/** How far a bundle may be from what is recorded. */
const tolerance = 0.03;

/** How far the same bundle may be when another version compresses it. */
const compressors = 0.01;

/** README with the table of sizes, in kB of 1,000 bytes, between its markers. */
export function withTable(readme: string, sizes: Readonly<Record<string, Size>>): string {
  const rows = Object.entries(sizes).map(
    ([name, { min, gzip, brotli }]) =>
      `| \`${name.replaceAll(" + ", "` + `")}\` | ${kB(min)} | ${kB(gzip)} | ${kB(brotli)} |`,
  );
  const head = ["| import | min | gzip | brotli |", "|---|---|---|---|"];
  const [before, after] = around(readme);
  return [before + begin, ...head, ...rows, end + after].join("\n");
}

/** What the table of a README says. */
export function readTable(readme: string): Record<string, Size> {
  const [before, after] = around(readme);
  const table = readme.slice(before.length, readme.length - after.length);
  const rows = table.matchAll(/^\| (`.+`) \| ([\d.]+) kB \| ([\d.]+) kB \| ([\d.]+) kB \|$/gm);
  const sizes = [...rows].map(([, name = "", ...cells]) => {
    const [min = 0, gzip = 0, brotli = 0] = cells.map((cell) => Math.round(Number(cell) * 1000));
    return [name.replaceAll("`", ""), { min, gzip, brotli }] as const;
  });
  return Object.fromEntries(sizes);
}

/** Where bundles are no longer what was recorded, in one sentence each. */
export function differences(
  recorded: Readonly<Record<string, Size>>,
  measured: Readonly<Record<string, Size>>,
): string[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(measured)]);
  return [...names].flatMap((name) => {
    const [was, is] = [recorded[name], measured[name]];
    if (!was || !is)
      return [`${name} is ${was ? "recorded, but no longer there" : "not recorded"}`];
    return (["min", "gzip", "brotli"] as const)
      .filter((kind) => Math.abs(is[kind] - was[kind]) > was[kind] * tolerance)
      .map((kind) => `${name}, ${kind}: ${kB(is[kind])}, recorded are ${kB(was[kind])}`);
  });
}

/**
 * Which bundles are larger than they may be: than their budget, or, where that is known to be
 * missed, than they were when it was.
 */
export function excesses(
  measured: Readonly<Record<string, Size>>,
  { gzipBytes, missedAt = {} }: SizeBudgets,
): string[] {
  return Object.entries(gzipBytes).flatMap(([name, budget]) => {
    const [size, missed] = [measured[name], missedAt[name]];
    if (!size) return [`${name} has a budget and is not measured`];
    if (size.gzip <= budget) {
      return missed === undefined ? [] : [`${name} is within its budget, and listed as missing it`];
    }
    if (missed !== undefined && size.gzip <= missed * (1 + compressors)) return [];
    return [`${name}, gzip: ${size.gzip} bytes, its budget is ${budget}`];
  });
}

function around(readme: string): [before: string, after: string] {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`README.md lacks ${begin} or ${end}`);
  return [readme.slice(0, from), readme.slice(to + end.length)];
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}
