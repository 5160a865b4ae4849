// Lints the documents: Redocly, with rules of our own, on the sources and on the bundles; Spectral
// on the bundles (it cannot see the examples in the sources). Any error or warning fails.
import { documents } from "./documents.mjs";
import { editions } from "./editions.mjs";
import { run } from "./run.mjs";

/** What editions leave out, each for those who cannot use it. */
const LEFT_OUT = ["roomkey/operation-provenance", "roomkey/form-encoding"];

const redocly = (files, skipped = []) => {
  const skip = skipped.flatMap((rule) => ["--skip-rule", rule]);
  return run("@redocly/cli/bin/cli.js", ["lint", ...files, "--max-problems", "1000", ...skip]);
};
const spectral = (files) => {
  const options = ["--ruleset", ".spectral.yaml", "--fail-severity", "hint"];
  return run("@stoplight/spectral-cli/dist/index.js", ["lint", ...files, ...options]);
};
const json = (name) => `dist/${name}.json`;
const yaml = (name) => `dist/${name}.yaml`;

/** What the linters have to say of the bundles, once there are any. */
async function bundles() {
  await import("./bundle.mjs");
  const names = documents.flatMap((api) => [api, `${api}.3.0`]);
  const results = await Promise.allSettled([
    redocly([...names.map(json), ...names.map(yaml)]),
    redocly(editions.map(json), LEFT_OUT),
    spectral([...names, ...editions].map(json)),
  ]);
  for (const { reason } of results) if (reason) throw reason;
}

// A mistake in the sources often keeps them from being bundled; its place is in the other report.
const results = await Promise.allSettled([redocly(documents), bundles()]);
const failures = results.filter((result) => result.status === "rejected");
for (const { reason } of failures) console.error(reason.message);
if (failures.length > 0) process.exitCode = 1;
else console.log(`lint: ${documents.join(", ")}: no errors, no warnings`);
