import { absolute, ratio } from "../figure.js";
import { inChild } from "../measure/in-child.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";
import type { TokenInput, TokenSamples } from "../tokens/measure-tokens.js";

/** 10,000 concurrent calls on one token that is no good any more. */
export const measure: MeasureRow = async ({ stableOnly, full, progress }) => {
  const calls = 10_000;
  progress(`${calls} calls at once on an expired token`);
  const input: TokenInput = { calls, stableOnly, rounds: full ? 15 : 3 };
  const { requestsExpired, requestsRefused, time, held } = await inChild<TokenSamples>(
    new URL("../tokens/measure-tokens.ts", import.meta.url),
    { flags: ["--expose-gc"], input },
  );
  const of = `of ${calls} calls`;
  const stable = { stable: true };
  const { shared = [], naive = [], valid = [] } = time ?? {};
  const { shared: heldShared = [], naive: heldNaive = [] } = held ?? {};
  const against = (mine: readonly number[], base: readonly number[], unit: string): string =>
    `${spreadOf(mine).median.toFixed(0)} against ${spreadOf(base).median.toFixed(0)} ${unit}`;
  return [
    absolute("token requests, expired", requestsExpired, "requests", of, stable),
    absolute("token requests, refused with 401", requestsRefused, "requests", of, stable),
    ...(time === null || held === null
      ? []
      : [
          ratio(
            "time",
            ratioSpread(shared, naive),
            "refresh in each call",
            against(shared, naive, "ms"),
          ),
          ratio(
            "time against a valid token",
            ratioSpread(shared, valid),
            "a valid token",
            against(shared, valid, "ms"),
          ),
          ratio(
            "memory while waiting",
            ratioSpread(heldShared, heldNaive),
            "refresh in each call",
            against(heldShared, heldNaive, "B a call"),
          ),
        ]),
  ];
};
