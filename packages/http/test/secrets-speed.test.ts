import { describe, expect, it } from "vitest";
import { maskJson, maskText } from "../src/index.js";

const secrets: ReadonlySet<string> = new Set([
  "aaaaaaaaaaaaaaaa-b",
  "\\\\\\\\\\\\\\\\",
  "fake-secret",
]);

/** Pieces that, repeated, make a careless pattern go back over what it has read. */
const PIECES = [
  ["a", "%", "\\", "=", ":", "/", '"', "'", " ", "\t", "\n", ">", "<", "-", "[", "]", "&"],
  ["-eyJ", "eyJ.", "eyJa", "a.", "//", "//a:", "Bearer ", "Bearer%20", "Basic+", "a:", "\n\t"],
  ["token", "token=", 'token"', "token:", 'token:"', "token='", "token[", "token%3D", "%25"],
  ["x-token", '\\"token\\":\\"', 'token="\\', "token>", "token =", "\\n", "&#0", "aaaaaaaaa-"],
].flat();

/** Processor time in milliseconds: it does not grow when other processes want the machine too. */
function time(work: () => unknown): number {
  const startedAt = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

/**
 * How much longer twice as much takes: 2 when it is in proportion, 4 when it is quadratic. Measured
 * again while it looks bad, best times against each other, since whatever disturbs only adds.
 */
function growth(half: () => unknown, whole: () => unknown): number {
  let best: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let ratio = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 10 && ratio >= 3; round += 1) {
    best = [Math.min(best[0], time(half)), Math.min(best[1], time(whole))];
    // Below this it is the clock that decides.
    ratio = best[1] / Math.max(best[0], 10);
  }
  return ratio;
}

describe("masking takes time in proportion to the text", { timeout: 60_000 }, () => {
  it.each(PIECES)("of a megabyte of %j", (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const half = text.slice(0, text.length / 2);
    const ratio = growth(
      () => maskText(half, secrets),
      () => maskText(text, secrets),
    );
    expect(ratio).toBeLessThan(3);
  });

  it.each([
    ["of many members", (n: number) => Array.from({ length: n }, (_, id) => ({ id, note: "a=b" }))],
    ["of lists in lists", (n: number) => Array.from({ length: n }, () => [["token"]])],
    ["of one long text", (n: number) => "x-token=abc&".repeat(n)],
  ])("in a JSON body %s", (_, make) => {
    const half = make(20_000);
    const whole = make(40_000);
    const ratio = growth(
      () => maskJson(half),
      () => maskJson(whole),
    );
    expect(ratio).toBeLessThan(3);
  });
});
