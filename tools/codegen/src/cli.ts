import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Api } from "./apis.js";
import { describeDrift, drift } from "./drift.js";
import { type GeneratedFile, generate } from "./generate.js";
import { Refusal } from "./refusal.js";

export interface Workplace {
  /** Root of the repository: documents are read and packages are written below it. */
  readonly root: string;
  readonly apis: readonly Api[];
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const help = `Usage: npm run generate [-- --check]

Writes src/generated/ of each client package from the documents in specs/.

  --check  write nothing; exit 1 when a file is not what the documents generate
  --help   this text`;

/** Runs the command and gives its exit code: 0 done, 1 drift or a refused document, 2 bad usage. */
export async function run(args: readonly string[], workplace: Workplace): Promise<number> {
  const { out, err } = workplace;
  const flags = parse(args);
  if (typeof flags === "string") {
    err(`${flags}\n\n${help}`);
    return 2;
  }
  if (flags.help) {
    out(help);
    return 0;
  }
  const started = performance.now();
  try {
    const { root, apis } = workplace;
    const files = (await Promise.all(apis.map((api) => generate(root, api)))).flat();
    const fresh = await (flags.check ? check(files, workplace) : write(files, workplace));
    const took = Math.round(performance.now() - started);
    if (fresh) out(`${files.length} files from ${apis.length} documents in ${took} ms`);
    return fresh ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    err(error.message);
    return 1;
  }
}

function parse(args: readonly string[]): { check: boolean; help: boolean } | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function check(files: readonly GeneratedFile[], { root, err }: Workplace): Promise<boolean> {
  const found = await Promise.all(files.map((file) => drift(root, file)));
  const drifts = found.filter((one) => one !== null);
  if (drifts.length === 0) return true;
  err("Not what the documents generate (- as it stands, + as generated):\n");
  for (const one of drifts) err(describeDrift(one));
  err("\nRun npm run generate, and commit what it writes.");
  return false;
}

async function write(files: readonly GeneratedFile[], { root, out }: Workplace): Promise<boolean> {
  for (const file of files) {
    // A file that is right already keeps its time stamp.
    const changed = (await drift(root, file)) !== null;
    if (changed) {
      await mkdir(dirname(join(root, file.path)), { recursive: true });
      await writeFile(join(root, file.path), file.text);
    }
    out(`${changed ? "wrote    " : "unchanged"} ${file.path}`);
  }
  return true;
}
