import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { quantile } from "../measure/statistics.js";
import { firstAnswer } from "./boot.js";
import { load } from "./load.js";
import { loadRequests } from "./requests.js";
import { startRoomkeyMocks } from "./servers.js";

/** Resident bytes of our mock servers after so many requests, and after more. */
export interface MemoryGrowth {
  readonly requests: readonly [number, number];
  readonly megabytes: readonly [number, number];
}

/** Loads our servers, half GET and half POST, and looks at their process twice on the way. */
export async function memoryGrowth(early: number, late: number): Promise<MemoryGrowth> {
  await using mocks = await startRoomkeyMocks();
  const [url = ""] = mocks.urls;
  await firstAnswer(mocks, url, loadRequests.GET);
  const send = async (requests: number): Promise<void> => {
    await load(url, loadRequests.GET, { requests: requests / 2 });
    await load(url, loadRequests.POST, { requests: requests / 2 });
  };
  await send(early);
  const first = await residentMegabytes(mocks.process.pid);
  await send(late - early);
  const second = await residentMegabytes(mocks.process.pid);
  return { requests: [early, late], megabytes: [first, second] };
}

/** The median of ten looks at a process, 100 ms apart: garbage comes and goes. */
async function residentMegabytes(pid = 0): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 10; look += 1) {
    const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", `${pid}`]);
    looks.push(Number(stdout) / 1000);
    await pause(100);
  }
  return quantile(looks, 0.5);
}
