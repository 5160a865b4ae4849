import { strict as assert } from "node:assert";
import { workingAnswer } from "../documents.js";
import { allocatedBytes } from "../measure/allocated-bytes.js";
import { answer, inputOfChild } from "../measure/in-child.js";
import { type Contenders, type Samples, timePerCall } from "../measure/interleave.js";
import { accessToken, baseUrl, callContenders, path } from "./contenders.js";
import { memoryFetch, recordingFetch, type SentRequest } from "./memory-fetch.js";
import { openContenders, openPaths } from "./open-contenders.js";

/** Microseconds per call and per opened session, contender by contender. */
export interface CallTimes {
  readonly calls: Samples;
  readonly opens: Samples;
}

/** Times of all in turns, or the bytes of one by itself. */
export interface CallInput {
  readonly generatedClient: string;
  /** How many rounds times are measured in. */
  readonly rounds: number;
  /** Whose bytes are measured; null for times. */
  readonly bytesOf: string | null;
}

/** Long enough for each turn to have its share of collecting garbage. */
const turnMs = 15;

const { generatedClient, rounds, bytesOf } = await inputOfChild<CallInput>();
const memory = memoryFetch({
  [path]: await workingAnswer("ibm-video-chat", "initializeChat"),
  [openPaths.config]: await workingAnswer("blendvision-chatroom", "getChatroomConfig"),
  [openPaths.chatroom]: await workingAnswer("blendvision-chatroom", "getChatroom"),
});

await proveSameWork();
const calls = await callContenders(memory, generatedClient);
const opens = openContenders(memory);
answer(bytesOf === null ? await times() : await bytes(bytesOf));

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

async function times(): Promise<CallTimes> {
  return {
    calls: await timePerCall(calls, { rounds, turnMs }),
    opens: await timePerCall(opens, { rounds, turnMs }),
  };
}

async function bytes(name: string): Promise<readonly number[]> {
  const contenders: Contenders = { ...calls, ...opens };
  const contender = contenders[name];
  if (contender === undefined) throw new Error(`nothing is called ${name}`);
  return allocatedBytes(contender);
}
