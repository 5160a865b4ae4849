// Writes dist/<api>.json and dist/<api>.yaml: each document as one file, the same bytes every time.
// Redocly makes the JSON; the YAML is written from it here, which saves two more runs of Redocly.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { stringify } from "yaml";
import { documents } from "./documents.mjs";
import { run, specsFolder } from "./run.mjs";

const dist = `${specsFolder}dist/`;

/** Components by name. Redocly lists them as it meets them, so an edit elsewhere would move them. */
function sortComponents(document) {
  const byName = ([a], [b]) => (a < b ? -1 : 1);
  for (const [kind, components] of Object.entries(document.components)) {
    document.components[kind] = Object.fromEntries(Object.entries(components).sort(byName));
  }
  return document;
}

/** Others may read the file at this moment, so it changes at once or, when it is right, not at all. */
async function write(name, text) {
  const present = await readFile(dist + name, "utf8").catch(() => undefined);
  if (present === text) return;
  const temporary = `${dist}.${name}.${process.pid}`;
  await writeFile(temporary, text);
  await rename(temporary, dist + name);
}

async function bundle(api) {
  const text = await run("@redocly/cli/bin/cli.js", ["bundle", api, "--ext", "json"]);
  const document = sortComponents(JSON.parse(text));
  await write(`${api}.json`, `${JSON.stringify(document, null, 2)}\n`);
  // No aliases: not every YAML reader knows them. No folding: one line per text keeps diffs small.
  const yaml = stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
  await write(`${api}.yaml`, yaml);
}

await mkdir(dist, { recursive: true });
await Promise.all(documents.map(bundle));
console.log(`dist/: ${documents.map((api) => `${api}.json, ${api}.yaml`).join(", ")}`);
