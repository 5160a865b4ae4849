import { createIbmVideoClient } from "@roomkey/ibm-video";
import { consume } from "../call/contenders.js";
import { answer, inputOfChild } from "../measure/in-child.js";
import { interleave, type Samples } from "../measure/interleave.js";
import { quantile } from "../measure/statistics.js";

/** Calls per second and the 99th percentile of their milliseconds, turn by turn. */
export interface HttpSamples {
  readonly rate: Samples;
  readonly p99: Samples;
}

export interface HttpInput {
  readonly baseUrl: string;
  readonly inFlight: number;
  readonly callsPerTurn: number;
  readonly rounds: number;
}

const { baseUrl, inFlight, callsPerTurn, rounds } = await inputOfChild<HttpInput>();
const accessToken = "a-fake-access-token";
const client = createIbmVideoClient({ baseUrl, accessToken });
const headers = { accept: "application/json", authorization: `Bearer ${accessToken}` };

const read = async (init: RequestInit): Promise<number> => {
  const response = await fetch(`${baseUrl}/channels/1234/chat.json`, { headers, ...init });
  return consume((await response.json()) as Parameters<typeof consume>[0]);
};

const contenders = {
  raw: () => read({}),
  deadline: () => read({ signal: AbortSignal.timeout(10_000) }),
  client: async () => consume(await client.initializeChat({ path: { channelId: "1234" } })),
};

const names = ["raw", "deadline", "client"] as const;
const p99: Record<string, number[]> = { raw: [], deadline: [], client: [] };

// Both directions of every connection and the code on both sides have to be warm.
await interleave(names, 4, turn);
for (const name of names) p99[name] = [];
const rate = await interleave(names, rounds, turn);
const measured: HttpSamples = { rate, p99 };
answer(measured);

/** So many calls, always the same number of them in flight; gives calls per second. */
async function turn(name: (typeof names)[number]): Promise<number> {
  const call = contenders[name];
  const latencies: number[] = [];
  let left = callsPerTurn;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const startedAt = performance.now();
      await call();
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const tookMs = performance.now() - startedAt;
  p99[name]?.push(quantile(latencies, 0.99));
  return (callsPerTurn / tookMs) * 1000;
}
