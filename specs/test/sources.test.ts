import { describe, expect, test } from "vitest";
import { apis, array, at, operationsOf, readDocument, string, text } from "./document.js";

const rows = [...text("SOURCES.md").matchAll(/^- `([^`]+)`: (https\S+)/gm)].map(
  ([, id = "", address = ""]) => ({ id, address }),
);

describe.each(apis)("sources of %s", (api) => {
  const document = readDocument(api);

  test.each(operationsOf(document))("$id names sources that are listed", ({ node }) => {
    const provenance = array(node["x-provenance"]).map(string);
    expect(provenance.length).toBeGreaterThan(0);
    const known = rows.map(({ id }) => id);
    expect(provenance.filter((id) => !known.includes(id))).toEqual([]);
  });

  test.each(operationsOf(document))("$id links to the page of one of them", ({ node }) => {
    const addresses = rows
      .filter(({ id }) => array(node["x-provenance"]).includes(id))
      .map(({ address }) => address);
    expect(addresses).toContain(at(node.externalDocs, "url"));
  });
});

test("every source has an id of its own", () => {
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("every source serves an operation or an assumption", () => {
  const used = new Set(
    apis
      .flatMap((api) => operationsOf(readDocument(api)))
      .flatMap(({ node }) => array(node["x-provenance"])),
  );
  const unused = rows
    .map(({ id }) => id)
    .filter((id) => !used.has(id) && !text("ASSUMPTIONS.md").includes(`\`${id}\``));
  expect(unused).toEqual([]);
});
