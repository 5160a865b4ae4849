import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What one entry point of a package exports. */
export interface Report {
  /** Name of the package. */
  readonly package: string;
  /** What is imported: `roomkey/ibm-video`. */
  readonly specifier: string;
  /** All its declarations, as TypeScript. */
  readonly declarations: string;
}

/** The reports in a folder (`<package>/<entry>.api.md`), by what is imported. */
export function readReports(folder: string): ReadonlyMap<string, Report> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const reports = files
    .filter((file) => file.name.endsWith(".api.md"))
    .map((file) => relative(folder, join(file.parentPath, file.name)))
    .sort()
    .map((path) => readReport(folder, path));
  return new Map(reports.map((report) => [report.specifier, report]));
}

function readReport(folder: string, path: string): Report {
  const text = readFileSync(join(folder, path), "utf8");
  const name = /^## API Report File for "([^"]+)"/.exec(text)?.[1];
  const declarations = /^```ts\n([\s\S]*)^```$/m.exec(text)?.[1];
  if (name === undefined || declarations === undefined) {
    throw new Error(`${join(folder, path)} is no API report`);
  }
  const entry = (path.split(sep).at(-1) ?? "").replace(/\.api\.md$/, "").replaceAll(".", "/");
  const specifier = entry === "index" ? name : `${name}/${entry}`;
  return { package: name, specifier, declarations };
}
