import { parseArgs } from "node:util";
import { select } from "./matrix.js";
import { summary } from "./result.js";
import { runMatrix } from "./run-matrix.js";
import { UsageError } from "./usage-error.js";

const help = `Usage: npm run consumers [-- options]

Publishes the packed packages to a registry that lives as long as the run, installs them from there
into fresh projects, and opens sessions in each: in several runtimes, bundles and versions of TypeScript.

  --only NAME  the case of this name, or all whose names begin with it (node-20, chromium);
               may be repeated
  --list       the names of all cases
  --force      also runs what has passed before with the same packages
  --keep       leaves the projects where they are, and says where
  --help       this text

What this machine has no program for is skipped; where CI is set, it fails.
Exit status: 0 nothing failed, 1 something did, 2 wrong option, 130 interrupted.`;

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** Runs the command and gives its exit code. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const { out, err, env, signal } = terminal;
  try {
    const options = readOptions(args);
    if (options.help) return print(out, help);
    const cases = select(options.only);
    if (options.list) return print(out, cases.map(({ name }) => name).join("\n"));
    const inCi = ![undefined, "", "0", "false"].includes(env.CI);
    const results = await runMatrix(cases, { ...options, inCi, tell: err, signal });
    out(summary(results));
    return results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
  } catch (error) {
    if (signal.aborted) return 130;
    if (!isUsageError(error)) throw error;
    err(`${error.message}\n\n${help}`);
    return 2;
  }
}

function print(out: Terminal["out"], text: string): 0 {
  out(text);
  return 0;
}

function readOptions(args: readonly string[]) {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      list: flag,
      force: flag,
      keep: flag,
      help: { ...flag, short: "h" },
    },
  });
  return values;
}

function isUsageError(error: unknown): error is Error {
  const { code } = Object(error) as { code?: unknown };
  return error instanceof UsageError || String(code).startsWith("ERR_PARSE_ARGS");
}
