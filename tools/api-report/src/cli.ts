import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { type EntryPoint, entryPoints } from "./entry-points.js";
import { extractReport } from "./extract-report.js";
import { firstDifference } from "./first-difference.js";
import { leaks } from "./leaks.js";
import { Refusal } from "./refusal.js";

export interface Workplace {
  /** Where the published packages are. */
  readonly packages: string;
  /** Where the reports are. */
  readonly reports: string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const help = `Usage: npm run api [-- --check]

Writes docs/api/: what each entry point of the published packages exports, with all its types.
Reads the built declarations; npm run api builds them first.

  --check  write nothing; exit 1 when a report is not what the packages give
  --help   this text`;

/** Runs the command and gives its exit code: 0 done, 1 drift or a leak, 2 bad usage. */
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
  try {
    const reports = extractAll(workplace);
    return await (flags.check ? check(reports, workplace) : write(reports, workplace));
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

type Reports = ReadonlyMap<string, string>;

function extractAll({ packages }: Workplace): Reports {
  const extracted = entryPoints(packages).map((entry) => [entry, extractReport(entry)] as const);
  const leaking = extracted.flatMap(([entry, text]) => leaks(text, entry).map(sentence(entry)));
  if (leaking.length > 0) throw new Refusal(leaking.join("\n"));
  return new Map(extracted.map(([entry, text]) => [entry.report, text]));
}

const sentence =
  ({ specifier }: EntryPoint) =>
  (name: string) =>
    `${specifier} shows types of ${name}, which is no peer of it: they would be part of its API.`;

async function check(reports: Reports, { reports: folder, err, out }: Workplace): Promise<number> {
  const complaints: string[] = [];
  for (const [path, text] of reports) {
    const present = await readFile(join(folder, path), "utf8").catch(() => "");
    if (present !== text) complaints.push(firstDifference(path, present, text));
  }
  for (const path of await staleReports(reports, folder)) {
    complaints.push(`${path}: there is no such entry point any more`);
  }
  if (complaints.length === 0) {
    out(`${reports.size} reports are what the packages give`);
    return 0;
  }
  err(`The public types are not as docs/api says (- as it stands, + as they are):\n`);
  for (const complaint of complaints) err(complaint);
  err("\nIf that is meant, run npm run api and commit what it writes.");
  return 1;
}

async function write(reports: Reports, { reports: folder, out }: Workplace): Promise<number> {
  for (const [path, text] of reports) {
    const present = await readFile(join(folder, path), "utf8").catch(() => undefined);
    out(`${present === text ? "unchanged" : "wrote    "} ${path}`);
    if (present === text) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  for (const path of await staleReports(reports, folder)) {
    await rm(join(folder, path));
    out(`removed   ${path}`);
  }
  return 0;
}

/** Reports in the folder that no entry point has. */
async function staleReports(reports: Reports, folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return files
    .filter((file) => file.name.endsWith(".api.md"))
    .map((file) => relative(folder, join(file.parentPath, file.name)))
    .filter((path) => !reports.has(path));
}
