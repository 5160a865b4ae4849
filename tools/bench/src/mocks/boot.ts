import { setTimeout as pause } from "node:timers/promises";
import { firstRequests, type MockRequest } from "./requests.js";
import { type MockProcess, startPrism, startRoomkeyMocks } from "./servers.js";

const LONGEST_BOOT_MS = 60_000;

/** Milliseconds from starting our process to the first correct answer of both APIs. */
export async function bootRoomkey(): Promise<number> {
  const startedAt = performance.now();
  await using mocks = await startRoomkeyMocks();
  const [ibmVideo = "", blendvision = ""] = mocks.urls;
  await firstAnswers(mocks, ibmVideo, blendvision);
  return performance.now() - startedAt;
}

/** The same with two Prism processes, started together. */
export async function bootPrism(): Promise<number> {
  const startedAt = performance.now();
  const [first, second] = await Promise.all([
    startPrism("ibm-video-chat"),
    startPrism("blendvision-chatroom"),
  ]);
  await using ibmVideo = first;
  await using blendvision = second;
  await firstAnswers(ibmVideo, ibmVideo.urls[0] ?? "", blendvision.urls[0] ?? "");
  return performance.now() - startedAt;
}

async function firstAnswers(mocks: MockProcess, ibmVideo: string, blendvision: string) {
  await Promise.all([
    firstAnswer(mocks, ibmVideo, firstRequests.ibmVideo),
    firstAnswer(mocks, blendvision, firstRequests.blendvision),
  ]);
}

/** Waits until a server answers a request with 200. */
export async function firstAnswer(
  { process }: MockProcess,
  url: string,
  { path, ...init }: MockRequest,
): Promise<void> {
  const givesUpAt = performance.now() + LONGEST_BOOT_MS;
  for (;;) {
    const response = await fetch(url + path, init).catch(() => null);
    await response?.arrayBuffer();
    if (response?.status === 200) return;
    if (response !== null) throw new Error(`${url}${path} answers ${response.status}`);
    if (process.exitCode !== null) throw new Error(`the server ended with ${process.exitCode}`);
    if (performance.now() > givesUpAt) throw new Error(`${url}${path} does not answer`);
    await pause(4);
  }
}
