// STYLE.md says what the linters hold.
import { describe, expect, test } from "vitest";
import { extensions } from "../rules/extensions.mjs";
import { ownRules } from "../rules/plugin.mjs";
import { apis, editions, text, versions } from "./document.js";

/** The cells of the tables in STYLE.md whose first column has this name. */
function rows(column: string): string[][] {
  return text("STYLE.md")
    .split("\n\n")
    .filter((table) => table.startsWith(`| ${column} |`))
    .flatMap((table) => table.trim().split("\n").slice(2))
    .map((line) => line.slice(2, -2).split(" | "));
}
const name = (cell: string | undefined) => cell?.replaceAll("`", "");

describe("rules", () => {
  test("each rule of our own is explained, and no other", () => {
    const explained = rows("rule").map(([rule]) => `roomkey/${name(rule)}`);
    expect(explained.sort()).toEqual([...ownRules].sort());
  });

  test("each says what it asks for, and why", () => {
    for (const cells of rows("rule")) {
      expect(cells).toHaveLength(3);
      for (const cell of cells) expect(cell, String(cells)).toMatch(/\S/);
    }
  });

  test("a rule that is off carries its reason", () => {
    for (const file of ["redocly.yaml", ".spectral.yaml"]) {
      const lines = text(file).split("\n");
      const off = lines.flatMap((line, index) => (line.endsWith(": off") ? [index] : []));
      expect(off.length).toBeGreaterThan(0);
      for (const index of off) expect(lines[index - 1], lines[index]).toMatch(/^ +# \S/);
    }
  });
});

describe("extensions", () => {
  const table = rows("extension").map(([extension, where, readers, editionsOfIt]) => ({
    extension: name(extension) ?? "",
    where: where?.split(", "),
    readers,
    editions: editionsOfIt?.split(", "),
  }));

  test("the table has each, with the places where the linter allows it", () => {
    const places = Object.fromEntries(table.map(({ extension, where }) => [extension, where]));
    expect(places).toEqual(extensions);
  });

  test.each(table)("$extension survives where the table says", (row) => {
    const holds = (file: string) => text(`dist/${file}.json`).includes(`"${row.extension}":`);
    const found = new Set(
      [...versions, ...editions].filter(holds).map((file) => {
        const edition = apis.reduce((rest, api) => rest.replace(api, ""), file);
        return edition === "" ? "3.1" : edition.slice(1);
      }),
    );
    expect([...found].sort()).toEqual([...(row.editions ?? [])].sort());
  });

  test("no document has another", () => {
    const known = Object.keys(extensions);
    for (const file of [...versions, ...editions]) {
      const keys = [...text(`dist/${file}.json`).matchAll(/"(x-[a-z-]+)": (?!\{)/g)];
      const others = keys.map(([, key]) => key ?? "").filter((key) => !known.includes(key));
      // The header of an API key is a name, not an extension.
      expect(others).toEqual([]);
    }
  });
});

describe("editions", () => {
  test("the table has each", () => {
    const listed = rows("edition").map(([edition]) => name(edition));
    const found = new Set(editions.map((edition) => edition.split(".").at(-1)));
    expect(listed.sort()).toEqual([...found].sort());
  });
});
