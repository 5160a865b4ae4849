import { workingAnswer } from "../documents.js";
import { ratio } from "../figure.js";
import type { HttpInput, HttpSamples } from "../http/measure-http.js";
import { inChild, startChild } from "../measure/in-child.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { PlainAnswers } from "../mocks/plain-server.js";
import type { MeasureRow } from "../row.js";

/** Calls per second and p99 over loopback HTTP, 64 in flight, with all that a client does. */
export const measure: MeasureRow = async ({ full, progress }) => {
  progress("64 calls in flight over loopback HTTP");
  const bytes = await workingAnswer("ibm-video-chat", "initializeChat");
  const at = (file: string): URL => new URL(`../${file}`, import.meta.url);
  const answers: PlainAnswers = {
    "/channels/1234/chat.json": new TextDecoder().decode(bytes),
  };
  await using server = await startChild<string>(at("mocks/plain-server.ts"), { input: answers });
  const input: HttpInput = {
    baseUrl: server.answer,
    inFlight: 64,
    callsPerTurn: 2_000,
    rounds: full ? 100 : 24,
  };
  const { rate, p99 } = await inChild<HttpSamples>(at("http/measure-http.ts"), { input });
  const { raw = [], deadline = [], client = [] } = rate;
  const { raw: rawP99 = [], client: clientP99 = [] } = p99;
  const note = (mine: readonly number[], base: readonly number[], digits: number, unit: string) =>
    `${spreadOf(mine).median.toFixed(digits)} against ${spreadOf(base).median.toFixed(digits)} ${unit}`;
  return [
    ratio("calls per second", ratioSpread(client, raw), "fetch", note(client, raw, 0, "calls/s")),
    // What the platform itself takes for a deadline, which a client has and a plain fetch has not.
    ratio(
      "fetch with AbortSignal.timeout",
      ratioSpread(deadline, raw),
      "fetch",
      note(deadline, raw, 0, "calls/s"),
    ),
    // The other way round than the times, so that both ratios say "at least".
    ratio("p99", ratioSpread(rawP99, clientP99), "fetch", note(clientP99, rawP99, 1, "ms")),
  ];
};
