// Writes dist/: each document as one file, in OpenAPI 3.1 (<api>.json, <api>.yaml) and in 3.0.3
// (<api>.3.0.json, <api>.3.0.yaml), and after each overlay (<api>.<edition>.json and .yaml); types for
// those who import the JSON, and SHA256SUMS; the same bytes every time. Redocly makes the first
// JSON, all else is written from it here, which saves more runs of Redocly.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { downConvert } from "@roomkey/down-convert";
import { stringify } from "yaml";
import { documentTypes } from "./document-types.mjs";
import { documents } from "./documents.mjs";
import { edition, editions } from "./editions.mjs";
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

/** The files of a document. */
function filesOf(name, document) {
  return [
    [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`],
    // No aliases: not every YAML reader knows them. No folding: one line per text keeps diffs small.
    [`${name}.yaml`, stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })],
    [`${name}.json.d.cts`, documentTypes(document)],
  ];
}

/** A document in both versions, by the names of their files. */
async function bundle(api) {
  const text = await run("@redocly/cli/bin/cli.js", ["bundle", api, "--ext", "json"]);
  const document = sortComponents(JSON.parse(text));
  const twin = downConvert(document);
  for (const place of twin.lost) console.log(`${api}.3.0: lost ${place}`);
  return { [api]: document, [`${api}.3.0`]: twin.document };
}

/** What `sha256sum -c` reads. */
function checksums(files) {
  const line = ([name, text]) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`;
  return files.map(line).join("");
}

const bundled = Object.assign({}, ...(await Promise.all(documents.map(bundle))));
for (const name of editions) bundled[name] = await edition(name, bundled);

await mkdir(dist, { recursive: true });
const files = Object.entries(bundled).flatMap(([name, document]) => filesOf(name, document));
files.push(["SHA256SUMS", checksums(files)]);
for (const [name, text] of files) await write(name, text);
// What an earlier state of the sources left. Hidden files are those that another bundling writes.
const names = new Set(files.map(([name]) => name));
for (const name of await readdir(dist)) {
  if (!names.has(name) && !name.startsWith(".")) await rm(dist + name, { force: true });
}
console.log(`dist/: ${Object.keys(bundled).join(", ")}, each as JSON and as YAML`);
