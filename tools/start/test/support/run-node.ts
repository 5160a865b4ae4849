import { type ChildProcess, spawn } from "node:child_process";

/** How a process ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A running process; disposing of it ends it. */
export interface Running extends AsyncDisposable {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** All output once the text stands on a line of stderr; rejects when the process ends before. */
  wrote(text: string): Promise<string>;
}

/** What the tests choose of a process. */
export interface RunOptions {
  readonly cwd?: string;
  /** Set over our environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Starts Node. To be held with `await using`, so that no failed test leaves a process behind. */
export function startNode(args: readonly string[], { cwd, env = {} }: RunOptions = {}): Running {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, ...output }));
  });
  const wrote = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (!output.stderr.includes(`${text}\n`)) return;
        listeners.delete(look);
        resolve(output.stdout + output.stderr);
      };
      listeners.add(look);
      look();
      ended.then(({ stdout, stderr }) => reject(new Error(`never "${text}":\n${stdout}${stderr}`)));
    });
  const dispose = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { child, ended, wrote, [Symbol.asyncDispose]: dispose };
}

/** Runs Node to its end. */
export async function runNode(args: readonly string[], options?: RunOptions): Promise<Ended> {
  await using running = startNode(args, options);
  return await running.ended;
}
