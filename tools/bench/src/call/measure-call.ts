import { strict as assert } from "node:assert";
import { workingAnswer } from "../documents.js";
import { allocatedBytes } from "../measure/allocated-bytes.js";
import { answer, inputOfChild } from "../measure/in-child.js";
import { type Contenders, type Samples, timePerCall } from "../measure/interleave.js";
import { accessToken, baseUrl, callContenders, path } from "./contenders.js";
import { memoryFetch, recordingFetch, type SentRequest } from "./memory-fetch.js";
import { openContenders, openPaths } from "./open-contenders.js";

/** What the parent is told: microseconds or bytes per call, and per opened session. */
export interface CallSamples {
  readonly calls: Samples;
  readonly opens: Samples;
}

export interface CallInput {
  readonly what: "time" | "bytes";
  readonly generatedClient: string;
  /** How many rounds times are measured in. */
  readonly rounds: number;
}

const { what, generatedClient, rounds } = await inputOfChild<CallInput>();
const memory = memoryFetch({
  [path]: await workingAnswer("ibm-video-chat", "initializeChat"),
  [openPaths.config]: await workingAnswer("blendvision-chatroom", "getChatroomConfig"),
  [openPaths.chatroom]: await workingAnswer("blendvision-chatroom", "getChatroom"),
});

await proveSameWork();
const calls = await callContenders(memory, generatedClient);
const opens = openContenders(memory);
const measured: CallSamples = { calls: await samplesOf(calls), opens: await samplesOf(opens) };
answer(measured);

/** All contenders send the same request and read the same answer: else there is no comparison. */
async function proveSameWork(): Promise<void> {
  const sent: SentRequest[] = [];
  const contenders = await callContenders(recordingFetch(memory, sent), generatedClient);
  const results = new Map<string, unknown>();
  for (const [name, contender] of Object.entries(contenders)) results.set(name, await contender());
  const wanted = { method: "GET", url: baseUrl + path, authorization: `Bearer ${accessToken}` };
  assert.deepEqual(
    sent,
    [...results].map(() => wanted),
  );
  assert.equal(new Set(results.values()).size, 1, "the contenders read different answers");
}

async function samplesOf(contenders: Contenders): Promise<Samples> {
  if (what === "time") return timePerCall(contenders, { rounds });
  const bytes: Record<string, readonly number[]> = {};
  for (const [name, contender] of Object.entries(contenders)) {
    bytes[name] = await allocatedBytes(contender);
  }
  return bytes;
}
