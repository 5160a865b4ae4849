// Writes the version of package.json into `info.version` of each document. Runs after
// `changeset version`; a test holds that both are the same.
import { readFileSync, writeFileSync } from "node:fs";
import { documents } from "./documents.mjs";
import { specsFolder } from "./run.mjs";

const { version } = JSON.parse(readFileSync(`${specsFolder}package.json`, "utf8"));
const INFO_VERSION = /^(info:\n(?: {2}.*\n)*? {2}version: )(\S+)$/m;

for (const api of documents) {
  const file = `${specsFolder}${api}/openapi.yaml`;
  const text = readFileSync(file, "utf8");
  const [, , before] = INFO_VERSION.exec(text) ?? [];
  if (before === undefined) throw new Error(`${api}/openapi.yaml has no info.version`);
  if (before !== version) writeFileSync(file, text.replace(INFO_VERSION, `$1${version}`));
  console.log(`${api}: ${before === version ? version : `${before} -> ${version}`}`);
}
