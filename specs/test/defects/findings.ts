import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { folder } from "../document.js";

const specs = fileURLToPath(folder);

/** The rules that Redocly reports, ours among them, by file. */
export async function redocly(files: readonly string[]): Promise<Map<string, string[]>> {
  const args = ["lint", ...files, "--format", "json", "--max-problems", "999"];
  const out = await run("@redocly/cli/bin/cli.js", args);
  // It prints one JSON document after the other, in the order of the files.
  const reports = JSON.parse(`[${out.replaceAll(/^\}\s*\{$/gm, "},{")}]`) as RedoclyReport[];
  if (reports.length !== files.length) throw new Error(`${reports.length} reports`);
  return new Map(
    reports.map(({ problems }, index) => [files[index] ?? "", problems.map((p) => p.ruleId)]),
  );
}

/** The rules that Spectral reports, by file, with the name of the tool before them. */
export async function spectral(files: readonly string[]): Promise<Map<string, string[]>> {
  const args = ["lint", ...files, "--ruleset", ".spectral.yaml", "--format", "json", "--quiet"];
  const out = await run("@stoplight/spectral-cli/dist/index.js", args);
  const found = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { source, code } of JSON.parse(out) as SpectralResult[]) {
    found.get(source)?.push(`spectral/${code}`);
  }
  return found;
}

interface RedoclyReport {
  readonly problems: readonly { readonly ruleId: string }[];
}

interface SpectralResult {
  readonly source: string;
  readonly code: string;
}

/** What a linter writes to stdout, whether it finds something or not. */
function run(entry: string, args: readonly string[]): Promise<string> {
  const script = fileURLToPath(import.meta.resolve(entry));
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  const child = spawn(process.execPath, [script, ...args], { cwd: specs, env });
  const output = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (chunk) => {
    output.out += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    output.err += chunk;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", () => {
      if (output.out.trim() !== "") done(output.out);
      else fail(new Error(output.err));
    });
  });
}
