import { GCProfiler } from "node:v8";
import type { Contender } from "./interleave.js";

const REPEAT = 100;

/**
 * Bytes that one repetition allocates, on the heap and in buffers, sample by sample. Measured
 * between two collections: the process has to run with `allocationFlags`, whose young generation
 * holds a whole sample. A sample that a collection fell into is taken again.
 */
export async function allocatedBytes(
  contender: Contender,
  { samples = 15, warmUp = 10_000 }: { readonly samples?: number; readonly warmUp?: number } = {},
): Promise<number[]> {
  if (globalThis.gc === undefined) throw new Error("run node with allocationFlags");
  for (let count = 0; count < warmUp; count += 1) await contender();
  const bytes: number[] = [];
  for (let tries = 0; bytes.length < samples; tries += 1) {
    if (tries > samples * 10) throw new Error("a collection fell into every sample");
    globalThis.gc();
    const collections = new GCProfiler();
    collections.start();
    const before = process.memoryUsage();
    for (let count = 0; count < REPEAT; count += 1) await contender();
    const after = process.memoryUsage();
    if (collections.stop().statistics.length > 0) continue;
    const onHeap = after.heapUsed - before.heapUsed;
    const inBuffers = after.arrayBuffers - before.arrayBuffers;
    bytes.push((onHeap + inBuffers) / REPEAT);
  }
  return bytes;
}

/** Flags of Node that `allocatedBytes` needs. */
export const allocationFlags: readonly string[] = [
  "--expose-gc",
  "--min-semi-space-size=128",
  "--max-semi-space-size=128",
];
