// Single mistakes of many kinds, each planted in a document that is otherwise clean. The linters
// run with the settings of the gate; each mistake has to be found by the rule that is named.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyDefects } from "./defects/bodies.js";
import { type Defect, plant } from "./defects/defect.js";
import { exampleDefects } from "./defects/examples.js";
import { redocly, spectral } from "./defects/findings.js";
import { operationDefects } from "./defects/operations.js";
import { schemaDefects } from "./defects/schemas.js";
import { structureDefects } from "./defects/structure.js";
import { valueDefects } from "./defects/values.js";
import { apis, readDocument } from "./document.js";

const groups = {
  "the document": structureDefects,
  operations: operationDefects,
  bodies: bodyDefects,
  schemas: schemaDefects,
  values: valueDefects,
  examples: exampleDefects,
};
const defects = Object.values(groups).flat();

const folder = mkdtempSync(join(tmpdir(), "roomkey-defects-"));
const fileOf = (title: string) => join(folder, `${title.replaceAll(/\W+/g, "-")}.json`);
const ofSpectral = ({ rule }: Defect) => rule.startsWith("spectral/");
/** The rules that were found to be broken, by file. */
let found: { redocly: Map<string, string[]>; spectral: Map<string, string[]> };

beforeAll(async () => {
  const documents = Object.fromEntries(apis.map((api) => [api, readDocument(api)]));
  for (const api of apis) writeFileSync(fileOf(api), JSON.stringify(documents[api]));
  for (const defect of defects) {
    const planted = plant(documents[defect.api] ?? {}, defect);
    writeFileSync(fileOf(defect.title), JSON.stringify(planted));
  }
  const files = (some: readonly Defect[]) => [...apis, ...some.map((d) => d.title)].map(fileOf);
  // One after the other: other tests want the second core.
  const byRedocly = await redocly(files(defects.filter((defect) => !ofSpectral(defect))));
  const bySpectral = await spectral(files(defects.filter(ofSpectral)));
  found = { redocly: byRedocly, spectral: bySpectral };
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

test.each(apis)("%s as it is has no errors and no warnings", (api) => {
  expect(found.redocly.get(fileOf(api))).toEqual([]);
  expect(found.spectral.get(fileOf(api))).toEqual([]);
});

describe.each(Object.entries(groups))("mistakes in %s", (_, group) => {
  test.each(group)("$title: $rule", (defect) => {
    const { [ofSpectral(defect) ? "spectral" : "redocly"]: rules } = found;
    expect(rules.get(fileOf(defect.title))).toContain(defect.rule);
  });
});

test("every mistake has a title of its own", () => {
  expect(new Set(defects.map(({ title }) => fileOf(title))).size).toBe(defects.length);
});
