import { createContext, Script } from "node:vm";
import { answer, inputOfChild } from "../measure/in-child.js";
import { interleave } from "../measure/interleave.js";

/** Scripts by name, and how often each is run. */
export interface BundleInput {
  readonly scripts: Readonly<Record<string, string>>;
  readonly rounds: number;
}

/** What a page has that V8 does not bring by itself. */
const webNames = [
  "AbortController AbortSignal Blob DOMException Event EventTarget FormData Headers MessageChannel",
  "ReadableStream Request Response TextDecoder TextEncoder TransformStream URL URLSearchParams",
  "WritableStream atob btoa clearInterval clearTimeout console crypto fetch performance",
  "queueMicrotask setInterval setTimeout structuredClone",
].flatMap((line) => line.split(" "));

const { scripts, rounds } = await inputOfChild<BundleInput>();
let run = 0;

await interleave(Object.keys(scripts), 2, parseAndExecute);
answer(await interleave(Object.keys(scripts), rounds, parseAndExecute));

/** Milliseconds to parse a script and execute it in a fresh realm, as a page does. */
async function parseAndExecute(name: string): Promise<number> {
  const realm: Record<string, unknown> = { navigator: { userAgent: "bench" } };
  for (const one of webNames) realm[one] = Reflect.get(globalThis, one);
  const context = createContext(realm);
  new Script("globalThis.self = globalThis.window = globalThis;").runInContext(context);
  // V8 remembers what it compiled by the text: a page that comes for the first time has nothing.
  const source = `${scripts[name]}\n//${run++}`;
  globalThis.gc?.();
  const startedAt = performance.now();
  new Script(source).runInContext(context);
  return performance.now() - startedAt;
}
