import { answer, inputOfChild } from "../measure/in-child.js";
import { interleave, type Samples } from "../measure/interleave.js";
import { type Call, naiveToken, Platform, sharedToken, validToken } from "./token-sources.js";

/** What the parent is told of waves of concurrent calls. */
export interface TokenSamples {
  /** Token requests of a wave on a token that has expired. */
  readonly requestsExpired: number;
  /** Token requests of a wave on a token that the platform refuses with 401. */
  readonly requestsRefused: number;
  /** Milliseconds per wave. */
  readonly time: Samples | null;
  /** Bytes per call that a wave holds while it waits for its token. */
  readonly held: Samples | null;
}

export interface TokenInput {
  readonly calls: number;
  readonly stableOnly: boolean;
  readonly rounds: number;
}

const { calls, stableOnly, rounds } = await inputOfChild<TokenInput>();
const measured: TokenSamples = {
  requestsExpired: await requestsOnExpired(),
  requestsRefused: await requestsOnRefused(),
  time: stableOnly ? null : await waveTimes(),
  held: stableOnly ? null : await heldBytes(),
};
answer(measured);

async function wave(call: Call): Promise<void> {
  await Promise.all(Array.from({ length: calls }, call));
}

async function requestsOnExpired(): Promise<number> {
  const platform = await Platform.start();
  const { call, expire } = await sharedToken(platform);
  expire();
  await wave(call);
  return platform.tokenRequests - 1;
}

async function requestsOnRefused(): Promise<number> {
  const platform = await Platform.start();
  const { call } = await sharedToken(platform);
  platform.refusesOld = true;
  await wave(call);
  return platform.tokenRequests - 1;
}

async function waveTimes(): Promise<Samples> {
  const platform = await Platform.start();
  const { call, expire } = await sharedToken(platform);
  const waves = { shared: call, naive: naiveToken(platform), valid: validToken(platform) };
  const names = ["valid", "shared", "naive"] as const;
  const turn = async (name: keyof typeof waves): Promise<number> => {
    if (name === "shared") expire();
    globalThis.gc?.();
    const startedAt = performance.now();
    await wave(waves[name]);
    return performance.now() - startedAt;
  };
  await interleave(names, 1, turn);
  return interleave(names, rounds, turn);
}

/** The first token answer finds everybody waiting: the heap is looked at then. */
async function heldBytes(): Promise<Samples> {
  const platform = await Platform.start();
  const { call, expire } = await sharedToken(platform);
  const waves = { shared: call, naive: naiveToken(platform) };
  return interleave(["shared", "naive"] as const, 2, async (name) => {
    if (name === "shared") expire();
    const before = usedHeap();
    let held = 0;
    platform.onTokenRequest = () => {
      if (held === 0) held = usedHeap() - before;
    };
    await wave(waves[name]);
    return held / calls;
  });
}

function usedHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
