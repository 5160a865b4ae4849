import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const gc: () => void = runInNewContext("gc");

/** Collects garbage, and what is freed by finalizers of what was collected. */
export async function collected(): Promise<NodeJS.MemoryUsage> {
  for (let round = 0; round < 4; round += 1) {
    gc();
    await new Promise(setImmediate);
  }
  return process.memoryUsage();
}

/** What a piece of work adds to the memory at its highest, in bytes. */
export interface MemoryPeak {
  /** All that the process holds. */
  readonly rss: number;
  /** Values on the JavaScript heap, garbage included. */
  readonly heap: number;
  /** Buffers, garbage included. */
  readonly arrayBuffers: number;
}

/** Runs a piece of work and looks at the memory in between. */
export async function memoryPeak<Result>(
  work: () => Promise<Result>,
): Promise<readonly [Result, MemoryPeak]> {
  const before = await collected();
  const peak = { rss: 0, heap: 0, arrayBuffers: 0 };
  const look = (): void => {
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    peak.rss = Math.max(peak.rss, rss - before.rss);
    peak.heap = Math.max(peak.heap, heapUsed - before.heapUsed);
    peak.arrayBuffers = Math.max(peak.arrayBuffers, arrayBuffers - before.arrayBuffers);
  };
  const timer = setInterval(look, 2);
  try {
    const result = await work();
    look();
    return [result, peak];
  } finally {
    clearInterval(timer);
  }
}

/** Bytes as they are printed: `12.3 MB`. */
export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
