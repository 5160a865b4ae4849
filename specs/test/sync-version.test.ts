import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { apis, folder, text } from "./document.js";

const source = (path: string) => fileURLToPath(new URL(path, folder));

test("a release writes its version into both documents, and nothing else", () => {
  const copy = mkdtempSync(join(tmpdir(), "roomkey-specs-"));
  onTestFinished(() => rmSync(copy, { recursive: true }));
  cpSync(source("scripts"), join(copy, "scripts"), { recursive: true });
  writeFileSync(join(copy, "package.json"), JSON.stringify({ type: "module", version: "12.3.4" }));
  for (const api of apis) {
    cpSync(source(`${api}/openapi.yaml`), join(copy, api, "openapi.yaml"));
  }

  execFileSync(process.execPath, [join(copy, "scripts/sync-version.mjs")]);

  for (const api of apis) {
    const before = text(`${api}/openapi.yaml`);
    const after = readFileSync(join(copy, api, "openapi.yaml"), "utf8");
    const { info } = parse(before) as { info: { version: string } };
    expect(after).toBe(before.replace(`  version: ${info.version}\n`, "  version: 12.3.4\n"));
    expect(parse(after)).toMatchObject({ info: { version: "12.3.4" } });
  }
});
