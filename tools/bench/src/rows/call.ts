import { compileClient, generateClient } from "../call/generated-client.js";
import type { CallInput, CallTimes } from "../call/measure-call.js";
import { type Figure, ratio } from "../figure.js";
import { cacheFolder } from "../folders.js";
import { allocationFlags } from "../measure/allocated-bytes.js";
import { inChild } from "../measure/in-child.js";
import type { Samples } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import type { MeasureRow } from "../row.js";

const ours = ["raw", "bare", "full"];
const peers = ["openapi-fetch", "hey-api", "ky", "ofetch", "axios"];
/** Those that do as much for a call as the full pipeline. */
const rivals = ["ky", "axios"];

/** Time and allocated bytes of one call, in memory. */
export const measure: MeasureRow = async ({ stableOnly, full, progress }) => {
  progress("generating a client with @hey-api/openapi-ts");
  const folder = await cacheFolder("call");
  const generatedClient = await compileClient(await generateClient("ibm-video-chat", folder));
  const input = { generatedClient, rounds: full ? 200 : 60 };
  const module = new URL("../call/measure-call.ts", import.meta.url);
  const times = async (): Promise<CallTimes> => {
    progress("calling in memory: time");
    return inChild(module, { input: { ...input, bytesOf: null } satisfies CallInput });
  };
  // One by one: how much the compiler can do without allocating depends on what else has run.
  const bytes = async (names: readonly string[]): Promise<Samples> => {
    const samples: Record<string, readonly number[]> = {};
    for (const name of names) {
      progress(`calling in memory: bytes of ${name}`);
      const own = { ...input, bytesOf: name } satisfies CallInput;
      samples[name] = await inChild(module, { flags: allocationFlags, input: own });
    }
    return samples;
  };
  const measured = stableOnly ? ours : [...ours, ...peers];
  return [
    ...(stableOnly ? [] : figures("time", "µs", await times())),
    ...figures(
      "bytes",
      "B",
      { calls: await bytes(measured), opens: await bytes(["two raw calls", "open"]) },
      { stable: true },
    ),
  ];
};

function figures(
  what: string,
  unit: string,
  { calls, opens }: CallTimes,
  { stable = false }: { readonly stable?: boolean } = {},
): Figure[] {
  const compare = (samples: Samples, name: string, base: string, id = `${name} ${what}`) => {
    const values = samples[name] as readonly number[];
    const against = samples[base] as readonly number[];
    const [mine, theirs] = [values, against].map((all) => spreadOf(all).median.toFixed(1));
    const note = `${mine} against ${theirs} ${unit}`;
    return ratio(id, ratioSpread(values, against), base, note, { stable });
  };
  const againstPeers = peers.flatMap((peer) => (calls[peer] ? [compare(calls, peer, "raw")] : []));
  return [
    compare(calls, "bare", "raw"),
    compare(calls, "full", "raw"),
    ...rivals.flatMap((peer) =>
      calls[peer] ? [compare(calls, "full", peer, `full ${what} against ${peer}`)] : [],
    ),
    compare(opens, "open", "two raw calls"),
    ...againstPeers,
  ];
}
