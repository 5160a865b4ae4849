import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type IConfigFile,
} from "@microsoft/api-extractor";
import type { EntryPoint } from "./entry-points.js";
import { Refusal } from "./refusal.js";

/** The report of an entry point: all that its declarations say, in an order that does not move. */
export function extractReport(entry: EntryPoint): string {
  if (!existsSync(entry.types)) {
    throw new Refusal(`${entry.specifier}: ${entry.types} is missing. npm run build makes it.`);
  }
  const folder = mkdtempSync(join(tmpdir(), "roomkey-api-"));
  try {
    const config = ExtractorConfig.prepare({
      configObject: settings(entry, folder),
      configObjectFullPath: undefined,
      packageJsonFullPath: join(entry.folder, "package.json"),
    });
    const complaints: string[] = [];
    Extractor.invoke(config, {
      localBuild: true,
      messageCallback(message) {
        message.handled = true;
        if (message.category !== "Compiler" && message.logLevel !== ExtractorLogLevel.Error) return;
        complaints.push(message.formatMessageWithLocation(entry.folder));
      },
    });
    if (complaints.length > 0) throw new Refusal(`${entry.specifier}:\n${complaints.join("\n")}`);
    return readFileSync(join(folder, "report.api.md"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const settings = (entry: EntryPoint, folder: string): IConfigFile => ({
  projectFolder: entry.folder,
  mainEntryPointFilePath: entry.types,
  newlineKind: "lf",
  compiler: { overrideTsconfig: { compilerOptions, files: [entry.types] } },
  apiReport: {
    enabled: true,
    reportFileName: "report.api.md",
    reportFolder: folder,
    reportTempFolder: join(folder, "temp"),
    // A type that is reachable is public, whether it can be imported or not.
    includeForgottenExports: true,
  },
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  messages: {
    compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
    extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
    tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
  },
});

const compilerOptions = {
  target: "ES2022",
  lib: ["ES2023", "ESNext.Disposable", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  module: "NodeNext",
  moduleResolution: "NodeNext",
  types: ["node"],
  strict: true,
  exactOptionalPropertyTypes: true,
  // Declarations of other packages are theirs to check.
  skipLibCheck: true,
};
