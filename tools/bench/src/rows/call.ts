import { compileClient, generateClient } from "../call/generated-client.js";
import type { CallInput, CallSamples } from "../call/measure-call.js";
import { type Figure, ratio } from "../figure.js";
import { cacheFolder } from "../folders.js";
import { allocationFlags } from "../measure/allocated-bytes.js";
import { inChild } from "../measure/in-child.js";
import type { Samples } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";

const peers = ["openapi-fetch", "hey-api", "ky", "ofetch", "axios"];

/** Time and allocated bytes of one call, in memory. */
export const measure: MeasureRow = async ({ stableOnly, full, progress }) => {
  progress("generating a client with @hey-api/openapi-ts");
  const folder = await cacheFolder("call");
  const generatedClient = await compileClient(await generateClient("ibm-video-chat", folder));
  const child = (what: CallInput["what"], flags: readonly string[]): Promise<CallSamples> => {
    progress(`calling in memory: ${what}`);
    const input: CallInput = { what, generatedClient, rounds: full ? 400 : 120 };
    return inChild(new URL("../call/measure-call.ts", import.meta.url), { flags, input });
  };
  return [
    ...(stableOnly ? [] : figures("time", "µs", await child("time", []))),
    ...figures("bytes", "B", await child("bytes", allocationFlags), { stable: true }),
  ];
};

function figures(
  what: string,
  unit: string,
  { calls, opens }: CallSamples,
  { stable = false }: { readonly stable?: boolean } = {},
): Figure[] {
  const compare = (samples: Samples, name: string, base: string, id = `${name} ${what}`) => {
    const values = samples[name] as readonly number[];
    const against = samples[base] as readonly number[];
    const [mine, theirs] = [values, against].map((all) => spreadOf(all).median.toFixed(1));
    const note = `${mine} against ${theirs} ${unit}`;
    return ratio(id, ratioSpread(values, against), base, note, { stable });
  };
  return [
    compare(calls, "bare", "raw"),
    compare(calls, "full", "raw"),
    compare(calls, "full", "ky", `full ${what} against ky`),
    compare(calls, "full", "axios", `full ${what} against axios`),
    compare(opens, "open", "two raw calls"),
    ...peers.map((peer) => compare(calls, peer, "raw")),
  ];
}
