// Lints the documents: Redocly on the sources and on the bundles, Spectral on the bundles (it
// cannot see the examples in the sources). Any error or warning fails.
import { documents } from "./documents.mjs";
import { run } from "./run.mjs";

await import("./bundle.mjs");
const bundles = documents
  .flatMap((api) => [api, `${api}.3.0`])
  .flatMap((name) => [`dist/${name}.json`, `dist/${name}.yaml`]);
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

const results = await Promise.allSettled([
  redocly(documents),
  redocly(bundles),
  spectral(bundles.filter((file) => file.endsWith(".json"))),
]);
const failures = results.filter((result) => result.status === "rejected");
for (const { reason } of failures) console.error(reason.message);
if (failures.length > 0) process.exitCode = 1;
else console.log(`lint: ${documents.join(", ")}: no errors, no warnings`);
