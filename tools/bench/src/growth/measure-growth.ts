import { answer, inputOfChild } from "../measure/in-child.js";
import { type Contender, interleave, type Samples, timePerCall } from "../measure/interleave.js";
import { growingClient } from "./growing-client.js";
import { CountingClock, keepAll, openSessions } from "./live-sessions.js";

/** What the parent is told. */
export interface GrowthSamples {
  /** Microseconds per call, by the number of operations in the document. */
  readonly operations: Samples | null;
  /** Microseconds per call, by the number of sessions that are kept alive meanwhile. */
  readonly sessions: Samples | null;
  /** Microseconds to keep one more session alive and to stop that, by how many there are. */
  readonly keeping: Samples | null;
  /** Timers that 10,000 kept sessions need. */
  readonly timers: number;
  /** Bytes that keeping one session alive takes, of 10,000. */
  readonly bytesPerSession: number;
}

export interface GrowthInput {
  readonly stableOnly: boolean;
  readonly rounds: number;
}

const sizes = ["1", "100", "10000"] as const;

const { stableOnly, rounds } = await inputOfChild<GrowthInput>();
const sessions = await openSessions(10_000);
const kept = measureKept();
const measured: GrowthSamples = {
  ...kept,
  operations: stableOnly ? null : await byOperations(),
  sessions: stableOnly ? null : await byLiveSessions(growingClient(10)),
  keeping: stableOnly ? null : await keepingOneMore(),
};
answer(measured);

function measureKept(): Pick<GrowthSamples, "timers" | "bytesPerSession"> {
  const clock = new CountingClock();
  // What is compiled and made once is no cost of a session.
  for (const one of keepAll(sessions.slice(0, 10), clock)) one.stop();
  const before = usedHeap();
  const all = keepAll(sessions, clock);
  const bytesPerSession = (usedHeap() - before) / sessions.length;
  for (const one of all) one.stop();
  return { timers: clock.most, bytesPerSession };
}

function usedHeap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function byOperations(): Promise<Samples> {
  const contenders = {
    "10": growingClient(10),
    "100": growingClient(100),
    "1000": growingClient(1000),
  };
  // Long turns: collecting garbage falls into some of the short ones only.
  return timePerCall(contenders, { rounds: Math.ceil(rounds / 2), turnMs: 25 });
}

/** Sessions are taken on before a turn and stopped after it, so that turns can alternate. */
async function byLiveSessions(call: Contender): Promise<Samples> {
  for (let count = 0; count < 20_000; count += 1) await call();
  return interleave(sizes, Math.ceil(rounds / 4), async (size) => {
    const all = keepAll(sessions.slice(0, Number(size)), new CountingClock());
    // Else the garbage of taking sessions on is collected at the expense of the calls.
    globalThis.gc?.();
    const repeat = 2_000;
    const before = process.cpuUsage();
    for (let count = 0; count < repeat; count += 1) await call();
    const { user, system } = process.cpuUsage(before);
    for (const one of all) one.stop();
    return (user + system) / repeat;
  });
}

async function keepingOneMore(): Promise<Samples> {
  const few = sessions.slice(0, 100);
  return interleave(sizes, Math.ceil(rounds / 4), async (size) => {
    const clock = new CountingClock();
    const all = keepAll(sessions.slice(0, Number(size)), clock);
    globalThis.gc?.();
    const before = process.cpuUsage();
    for (let count = 0; count < 10; count += 1) {
      for (const one of keepAll(few, clock)) one.stop();
    }
    const { user, system } = process.cpuUsage(before);
    for (const one of all) one.stop();
    return (user + system) / few.length / 10;
  });
}
