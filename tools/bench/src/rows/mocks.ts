import { workingAnswer } from "../documents.js";
import { absolute, type Figure, ratio } from "../figure.js";
import { startChild } from "../measure/in-child.js";
import { interleave, type Samples } from "../measure/interleave.js";
import { ratioSpread, spreadOf } from "../measure/statistics.js";
import { bootPrism, bootRoomkey, firstAnswer } from "../mocks/boot.js";
import { load } from "../mocks/load.js";
import { memoryGrowth } from "../mocks/memory.js";
import type { PlainAnswers } from "../mocks/plain-server.js";
import { type LoadName, loadRequests } from "../mocks/requests.js";
import { startPrism, startRoomkeyMocks } from "../mocks/servers.js";
import type { MeasureRow, RowOptions } from "../row.js";

/** The mock servers against two `prism` processes and a bare server. */
export const measure: MeasureRow = async (options) => [
  ...(await boots(options)),
  ...(await loads(options)),
  ...(await memory(options)),
];

async function boots({ full, progress }: RowOptions): Promise<Figure[]> {
  progress("starting both mocks, and two prism processes");
  const servers = { roomkey: bootRoomkey, prism: bootPrism };
  const names = ["roomkey", "prism"] as const;
  const { roomkey, prism } = await interleave(names, full ? 11 : 4, (name) => servers[name]());
  const seconds = roomkey.map((ms) => ms / 1000);
  return [
    ratio("start", ratioSpread(roomkey, prism), "two prism", medians(roomkey, prism, "ms")),
    absolute("start, seconds", spreadOf(seconds), "s"),
  ];
}

async function loads(options: RowOptions): Promise<Figure[]> {
  await using roomkey = await startRoomkeyMocks();
  await using silentRoomkey = await startRoomkeyMocks("silent");
  await using prism = await startPrism("ibm-video-chat");
  await using silentPrism = await startPrism("ibm-video-chat", "silent");
  await using plain = await startChild<string>(
    new URL("../mocks/plain-server.ts", import.meta.url),
    { input: await plainAnswers() },
  );
  const urls: Record<string, string> = { plain: plain.answer };
  for (const [name, mock] of Object.entries({ roomkey, silentRoomkey, prism, silentPrism })) {
    const [url = ""] = mock.urls;
    await firstAnswer(mock, url, loadRequests.GET);
    urls[name] = url;
  }
  return [
    ...(await loadFigures("GET", urls, options)),
    ...(await loadFigures("POST", urls, options)),
  ];
}

async function loadFigures(
  name: LoadName,
  urls: Readonly<Record<string, string>>,
  { full, progress }: RowOptions,
): Promise<Figure[]> {
  progress(`${name} from 10 connections`);
  const p99: Record<string, number[]> = {};
  const turn = (seconds: number) => async (server: string) => {
    const done = await load(urls[server] ?? "", loadRequests[name], { seconds });
    p99[server] = [...(p99[server] ?? []), done.p99];
    return done.requestsPerSecond;
  };
  await interleave(Object.keys(urls), 1, turn(1));
  for (const server of Object.keys(urls)) p99[server] = [];
  const rate = await interleave(Object.keys(urls), full ? 7 : 3, turn(full ? 4 : 1));
  const faster = (id: string, mine: string, base: string, against: string) =>
    compare(id, rate, mine, base, against, "requests/s");
  return [
    faster(name, "roomkey", "prism", "prism"),
    faster(`${name} against silent Prism`, "silentRoomkey", "silentPrism", "prism, both silent"),
    faster(`${name} against a bare server`, "silentRoomkey", "plain", "node:http"),
    compare(`${name} p99`, p99, "roomkey", "prism", "prism", "ms"),
  ];
}

function compare(
  id: string,
  samples: Samples,
  mine: string,
  base: string,
  against: string,
  unit: string,
): Figure {
  const [values, others] = [samples[mine] ?? [], samples[base] ?? []];
  return ratio(id, ratioSpread(values, others), against, medians(values, others, unit));
}

function medians(mine: readonly number[], base: readonly number[], unit: string): string {
  const [first, second] = [mine, base].map((values) => spreadOf(values).median.toPrecision(3));
  return `${Number(first)} against ${Number(second)} ${unit}`;
}

/** The bytes that the mocks answer with. */
async function plainAnswers(): Promise<PlainAnswers> {
  const text = async (operation: string): Promise<string> =>
    new TextDecoder().decode(await workingAnswer("ibm-video-chat", operation));
  return {
    [loadRequests.GET.path]: await text("initializeChat"),
    [loadRequests.POST.path]: await text("initializeGroupChat"),
  };
}

async function memory({ full, progress }: RowOptions): Promise<Figure[]> {
  const [early, late] = full ? [20_000, 200_000] : [5_000, 20_000];
  progress(`memory after ${early} and ${late} requests`);
  const { megabytes } = await memoryGrowth(early, late);
  const [before, after] = megabytes;
  const note = `${after.toFixed(0)} MB after ${late} requests against ${before.toFixed(0)} MB`;
  return [ratio("memory", spreadOf([after / before]), `after ${early}`, note)];
}
