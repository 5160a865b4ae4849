// Lints the documents: Redocly, with rules of our own, on the sources and on the bundles; Spectral
// on the bundles (it cannot see the examples in the sources). Any error or warning fails.
import { documents } from "./documents.mjs";
import { run } from "./run.mjs";

const redocly = (files) =>
  run("@redocly/cli/bin/cli.js", ["lint", ...files, "--max-problems", "1000"]);
const spectral = (files) =>
  run("@stoplight/spectral-cli/dist/index.js", [
    "lint",
    ...files,
    "--ruleset",
    ".spectral.yaml",
    "--fail-severity",
    "hint",
  ]);

/** What the linters have to say of the bundles, once there are any. */
async function bundles() {
  await import("./bundle.mjs");
  const files = documents
    .flatMap((api) => [api, `${api}.3.0`])
    .flatMap((name) => [`dist/${name}.json`, `dist/${name}.yaml`]);
  const results = await Promise.allSettled([
    redocly(files),
    spectral(files.filter((file) => file.endsWith(".json"))),
  ]);
  for (const { reason } of results) if (reason) throw reason;
}

// A mistake in the sources often keeps them from being bundled; its place is in the other report.
const results = await Promise.allSettled([redocly(documents), bundles()]);
const failures = results.filter((result) => result.status === "rejected");
for (const { reason } of failures) console.error(reason.message);
if (failures.length > 0) process.exitCode = 1;
else console.log(`lint: ${documents.join(", ")}: no errors, no warnings`);
