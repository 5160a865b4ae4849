import type { JudgedFigure } from "../figure.js";
import { readable, valueText } from "./numbers.js";
import type { RowResult } from "./row-result.js";

const WIDTH = 960;
const LABELS = 330;
const BARS = 400;
const LINE = 24;
const colours = { true: "#2e7d32", false: "#c62828", null: "#5c6f82" } as const;

/**
 * A row as an SVG: a bar per figure, its quartiles as a line across the end, its budget as a mark.
 * Figures of the same unit share a scale.
 */
export function plot({
  row,
  about,
  figures,
  machine,
  node,
  commit,
  measuredAt,
}: RowResult): string {
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const groups = units.map((unit) => figures.filter((figure) => figure.unit === unit));
  let top = 64;
  const bars = groups.flatMap((group) => {
    const scale = BARS / Math.max(...group.map(reach), Number.MIN_VALUE);
    const drawn = group.map((figure, index) => bar(figure, top + index * LINE, scale));
    top += group.length * LINE + LINE / 2;
    return drawn;
  });
  const where = `${machine.processor}, ${machine.cores} cores, Node ${node}, ${commit}, ${measuredAt}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top + 16}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    text(16, 24, `${row}: ${about}`, 'font-size="16" font-weight="bold"'),
    text(16, 44, where, 'fill="#5c6f82"'),
    ...bars,
    "</svg>\n",
  ].join("\n");
}

function reach({ spread, budget }: JudgedFigure): number {
  return Math.max(spread.high, budget?.max ?? 0, budget?.min ?? 0);
}

function bar(figure: JudgedFigure, y: number, scale: number): string {
  const { spread, budget, met } = figure;
  const x = (value: number): string => (LABELS + value * scale).toFixed(1);
  const bounds = [budget?.min, budget?.max].filter((bound) => bound !== undefined);
  const middle = y + 8;
  return [
    text(LABELS - 8, y + 12, figure.id, 'text-anchor="end"'),
    `<rect x="${LABELS}" y="${y + 2}" width="${(spread.median * scale).toFixed(1)}" height="12" fill="${colours[`${met}`]}"/>`,
    `<path d="M${x(spread.low)} ${middle}H${x(spread.high)}" stroke="#000000" stroke-width="2"/>`,
    ...bounds.map(
      (bound) =>
        `<path d="M${x(bound)} ${y - 1}v18" stroke="#f9a825" stroke-width="3"><title>budget ${readable(bound)}</title></path>`,
    ),
    text(LABELS + BARS + 12, y + 12, valueText(figure)),
  ].join("\n");
}

function text(x: number, y: number, content: string, attributes = ""): string {
  const escaped = content.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" ${attributes}>${escaped}</text>`;
}
