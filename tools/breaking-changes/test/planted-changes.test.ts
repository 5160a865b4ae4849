import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type Difference, impactOf } from "../src/difference.js";
import { withSecondOpinion } from "../src/documents/compare-documents.js";
import { oasdiff } from "../src/documents/oasdiff.js";
import { redoclyDiff } from "../src/documents/redocly-diff.js";
import { type PlantedChange, plantedChanges } from "./planted-changes.js";
import { secondOpinion } from "./second-opinion.js";

const bundle = (api: string) => fileURLToPath(import.meta.resolve(`@roomkey/specs/${api}.json`));

const folder = mkdtempSync(join(tmpdir(), "roomkey-planted-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The document as it stands and as the change leaves it. */
function plant({ api, plant, name }: PlantedChange): readonly [base: string, revision: string] {
  const document = JSON.parse(readFileSync(bundle(api), "utf8"));
  plant(document);
  const revision = join(folder, `${name.replaceAll(/\W+/g, "-")}.json`);
  writeFileSync(revision, JSON.stringify(document, null, 2));
  return [bundle(api), revision];
}

const byRedocly = new Map<PlantedChange, Promise<Difference[]>>();
/** Redocly's opinion of a change, asked for once. */
const redoclyOn = (change: PlantedChange) => {
  const asked = byRedocly.get(change) ?? redoclyDiff(...plant(change));
  byRedocly.set(change, asked);
  return asked;
};

const verdict = (differences: readonly Difference[]) =>
  impactOf(differences) === "major" ? "breaks" : "is harmless";
const truth = ({ breaking }: PlantedChange) => (breaking ? "breaks" : "is harmless");

it("both kinds of changes are planted, twenty of each and more", () => {
  expect(plantedChanges.filter(({ breaking }) => breaking).length).toBeGreaterThan(20);
  expect(plantedChanges.filter(({ breaking }) => !breaking).length).toBeGreaterThan(20);
});

describe("Redocly with our rules", () => {
  it.concurrent.for(plantedChanges)("$name", async (change, { expect }) => {
    expect(verdict(await redoclyOn(change))).toBe(truth(change));
  });
});

describe.skipIf(secondOpinion === null)("with oasdiff as second opinion", () => {
  const opinionOn = (change: PlantedChange) => oasdiff(secondOpinion ?? "", ...plant(change));

  it.concurrent.for(plantedChanges)("$name", async (change, { expect }) => {
    const both = withSecondOpinion(await redoclyOn(change), await opinionOn(change));
    expect(verdict(both)).toBe(truth(change));
  });

  it("is no echo: alone, oasdiff finds most of the breaking changes too", async () => {
    const breaking = plantedChanges.filter((change) => change.breaking);
    const opinions = await Promise.all(breaking.map(opinionOn));
    const found = opinions.filter((differences) => impactOf(differences) === "major");
    expect(found.length / breaking.length).toBeGreaterThan(0.6);
  });
});
