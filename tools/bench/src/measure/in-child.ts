import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** How a module is run in a process of its own. */
export interface ChildOptions {
  /** Flags of Node. */
  readonly flags?: readonly string[];
  /** What `inputOfChild` gives there. */
  readonly input?: unknown;
}

/**
 * Runs a module in a Node process of its own and gives what it hands to `answer`: rows do not share
 * compiled code or garbage, and each has the flags it needs.
 */
export async function inChild<Answer>(module: URL, options: ChildOptions = {}): Promise<Answer> {
  return (await startChild<Answer>(module, options)).answer;
}

/** A process that stays after its answer, until it is stopped. */
export interface StayingChild<Answer> extends AsyncDisposable {
  readonly answer: Answer;
}

/** Starts a module that goes on working after its answer: a server. */
export async function startChild<Answer>(
  module: URL,
  { flags = [], input = null }: ChildOptions = {},
): Promise<StayingChild<Answer>> {
  const child = fork(fileURLToPath(module), [], {
    execArgv: [...flags, "--import", import.meta.resolve("tsx")],
    // What a peer prints does not belong in the results.
    stdio: ["ignore", 2, 2, "ipc"],
  });
  child.send({ input });
  const answer = await new Promise<Answer>((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (message) => resolve(message as Answer));
    child.once("exit", (code, signal) =>
      // Changes nothing where the answer came before.
      reject(new Error(`${fileURLToPath(module)} ended with ${signal ?? code} and no answer`)),
    );
  });
  return { answer, [Symbol.asyncDispose]: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

/** What the parent gave as `input`. */
export async function inputOfChild<Input>(): Promise<Input> {
  const [message] = (await once(process, "message")) as [{ readonly input: Input }];
  return message.input;
}

/** Hands the answer to the parent, and ends unless told to stay. */
export function answer(value: unknown, { stay = false }: { readonly stay?: boolean } = {}): void {
  process.send?.(value, () => {
    if (!stay) process.exit();
  });
}
