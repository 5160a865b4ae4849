import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { apis, editions, folder, type JsonObject, text, versions, walk } from "./document.js";

const names = [...versions, ...editions];
const files = names.flatMap((name) => [`${name}.json`, `${name}.yaml`, `${name}.json.d.cts`]);
const all = [...files, "SHA256SUMS"].sort();
const read = () => all.map((file) => text(`dist/${file}`));

test("dist holds each document in its versions and editions, in two notations, with types", () => {
  // Hidden files are those that another bundling is just writing.
  const found = readdirSync(new URL("dist/", folder)).filter((name) => !name.startsWith("."));
  expect(found.sort()).toEqual(all);
});

test.each(names)("%s is the same document in both notations", (name) => {
  const fromYaml: unknown = parse(text(`dist/${name}.yaml`));
  const fromJson: unknown = JSON.parse(text(`dist/${name}.json`));
  expect(fromYaml).toEqual(fromJson);
  expect(JSON.stringify(fromYaml)).toBe(JSON.stringify(fromJson));
});

test.each(names)("%s needs no other file", (name) => {
  walk(JSON.parse(text(`dist/${name}.json`)) as JsonObject, ({ $ref, externalValue }) => {
    expect($ref ?? "#/components/").toMatch(/^#\/components\//);
    expect(externalValue).toBeUndefined();
  });
});

test("SHA256SUMS has the digest of every file", () => {
  const digest = (file: string) =>
    createHash("sha256")
      .update(text(`dist/${file}`))
      .digest("hex");
  const lines = text("dist/SHA256SUMS").trimEnd().split("\n").sort();
  expect(lines).toEqual(files.map((file) => `${digest(file)}  ${file}`).sort());
});

test("bundling again gives the same bytes", () => {
  const before = read();
  const script = fileURLToPath(new URL("scripts/bundle.mjs", folder));
  execFileSync(process.execPath, ["--import", "tsx", script]);
  expect(read()).toEqual(before);
}, 60_000);

describe.each(apis)("the 3.0 twin of %s", (api) => {
  const document = JSON.parse(text(`dist/${api}.json`)) as JsonObject;
  const twin = JSON.parse(text(`dist/${api}.3.0.json`)) as JsonObject;

  test("is OpenAPI 3.0.3", () => {
    expect(twin.openapi).toBe("3.0.3");
  });

  test("has the same operations, answers and examples, word by word", () => {
    expect(twin.paths).toEqual(document.paths);
    expect(twin.components).toMatchObject({
      responses: (document.components as JsonObject).responses,
      parameters: (document.components as JsonObject).parameters,
      securitySchemes: (document.components as JsonObject).securitySchemes,
    });
  });

  test("may be null wherever the 3.1 document may", () => {
    let expected = 0;
    let found = 0;
    walk(document.components, ({ type, anyOf }) => {
      if (Array.isArray(type) || Array.isArray(anyOf)) expected += 1;
    });
    walk(twin.components, ({ nullable }) => {
      if (nullable === true) found += 1;
    });
    expect(expected).toBeGreaterThan(0);
    expect(found).toBe(expected);
  });
});
