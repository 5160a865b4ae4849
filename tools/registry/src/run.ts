import { execFile } from "node:child_process";

/** Where and how a program runs. */
export interface RunOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Ends the program when it is aborted. */
  signal?: AbortSignal;
  /** Whether the program has failed when it writes to stderr: a warning, for instance. */
  quiet?: boolean;
}

/** A program that did not end well, with all that it said. */
export class RunError extends Error {
  override readonly name = "RunError";
  readonly output: string;

  constructor(command: string, code: number | string, output: string) {
    super(`${command} ended with ${code}:\n${output}`);
    this.output = output;
  }
}

/** Runs a program to its end and gives what it wrote to stdout. Throws a `RunError` if it failed. */
export function run(
  program: string,
  args: readonly string[],
  { quiet = false, ...options }: RunOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const settings = { maxBuffer: 256 * 1024 * 1024, encoding: "utf8", ...options } as const;
    execFile(program, args, settings, (error, stdout, stderr) => {
      if (!error && !(quiet && stderr !== "")) return resolve(stdout);
      const command = [program, ...args].join(" ");
      reject(
        new RunError(
          command,
          error?.code ?? error?.signal ?? "a warning",
          `${stdout}${stderr}`.trim(),
        ),
      );
    });
  });
}
