import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { folder, versions } from "./document.js";

interface Score {
  readonly agentReadiness: number;
  readonly subscores: Readonly<Record<string, number>>;
}

function score(file: string): Score {
  const script = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
  const out = execFileSync(process.execPath, [script, "score", file, "--format", "json"], {
    cwd: fileURLToPath(folder),
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(out.toString()) as Score;
}

describe.each(versions)("Redocly's score of %s", (name) => {
  const { agentReadiness, subscores } = score(`dist/${name}.json`);

  test("is 80 or more", () => {
    expect(agentReadiness).toBeGreaterThanOrEqual(80);
  });

  test("is full for documentation, examples and errors", () => {
    expect(subscores).toMatchObject({
      documentationQuality: 1,
      errorClarity: 1,
      exampleCoverage: 1,
    });
  });
});
