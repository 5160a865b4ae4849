import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { apis, folder, text } from "./document.js";

const files = apis.flatMap((api) => [`${api}.json`, `${api}.yaml`]).sort();
const read = () => files.map((file) => text(`dist/${file}`));

test("dist holds each document as JSON and as YAML, and nothing else", () => {
  // Hidden files are those that another bundling is just writing.
  const found = readdirSync(new URL("dist/", folder)).filter((name) => !name.startsWith("."));
  expect(found.sort()).toEqual(files);
});

test.each(apis)("%s is the same document in both", (api) => {
  const fromYaml: unknown = parse(text(`dist/${api}.yaml`));
  const fromJson: unknown = JSON.parse(text(`dist/${api}.json`));
  expect(fromYaml).toEqual(fromJson);
  expect(JSON.stringify(fromYaml)).toBe(JSON.stringify(fromJson));
});

test("bundling again gives the same bytes", () => {
  const before = read();
  execFileSync(process.execPath, [fileURLToPath(new URL("scripts/bundle.mjs", folder))]);
  expect(read()).toEqual(before);
});
