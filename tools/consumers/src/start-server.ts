import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A server that runs as a process of its own until it is disposed of. */
export interface RunningServer extends AsyncDisposable {
  /** What it said when it was ready: the first line of its stdout, which is JSON. */
  readonly ready: unknown;
  /** What it wrote to stderr so far. */
  readonly complaint: () => string;
}

/** Starts a server and waits until it is ready. */
export async function startServer(
  program: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    readonly signal: AbortSignal;
  },
): Promise<RunningServer> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    complaint += text;
  });
  child.on("error", (error) => {
    complaint += error;
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ended = closed.then(() => {
    throw new Error(`${[program, ...args].join(" ")} has ended:\n${complaint}`);
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  ended.catch(() => {});
  return {
    ready: JSON.parse(line),
    complaint: () => complaint,
    async [Symbol.asyncDispose]() {
      child.kill();
      await closed;
    },
  };
}
