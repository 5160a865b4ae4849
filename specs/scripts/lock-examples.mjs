// Writes test/examples.lock.json from the bundles: run it when an example has changed on purpose.
import { readFileSync, writeFileSync } from "node:fs";
import { documents } from "./documents.mjs";
import { exampleDigests } from "./example-digests.mjs";
import { specsFolder } from "./run.mjs";

const read = (api) => JSON.parse(readFileSync(`${specsFolder}dist/${api}.json`, "utf8"));
const lock = Object.fromEntries(documents.map((api) => [api, exampleDigests(read(api))]));
writeFileSync(`${specsFolder}test/examples.lock.json`, `${JSON.stringify(lock, null, 2)}\n`);
