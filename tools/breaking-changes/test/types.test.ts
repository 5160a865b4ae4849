import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { impactOf } from "../src/difference.js";
import { compareTypes } from "../src/types/compare-types.js";
import { type Report, readReports } from "../src/types/read-reports.js";
import { declarations, plantedTypeChanges } from "./planted-type-changes.js";

const reports = (...all: Report[]) => new Map(all.map((report) => [report.specifier, report]));
const rooms = (text: string): Report => ({
  package: "rooms",
  specifier: "rooms",
  declarations: text,
});

/** Every occurrence is edited, and there must be one. */
const edited = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`there is no ${from}`);
  return text.replaceAll(from, to);
};

describe("types of a package", () => {
  const released = reports(rooms(declarations));

  it.for(plantedTypeChanges)("$name", ({ from, to, breaking }) => {
    const present = reports(rooms(edited(declarations, from, to)));
    const found = compareTypes(released, present).get("rooms") ?? [];
    const verdict = impactOf(found) === "major" ? "breaks" : "is harmless";
    expect(verdict, JSON.stringify(found)).toBe(breaking ? "breaks" : "is harmless");
  });

  it("are the same when nothing changed", () => {
    expect(compareTypes(reports(rooms(declarations)), reports(rooms(declarations)))).toEqual(
      new Map(),
    );
  });

  it("are gone with their entry point, and a new one is new", () => {
    const server: Report = { ...rooms("export {}\n"), specifier: "rooms/server" };
    const both = reports(rooms(declarations), server);
    const one = reports(rooms(declarations));
    expect(compareTypes(both, one).get("rooms")).toMatchObject([
      { impact: "major", place: "rooms/server", text: "is gone" },
    ]);
    expect(compareTypes(one, both).get("rooms")).toMatchObject([
      { impact: "minor", place: "rooms/server", text: "is new" },
    ]);
  });
});

describe("types of another package that are passed on", () => {
  const facade: Report = {
    package: "facade",
    specifier: "facade",
    declarations: `import { Room } from 'rooms';\nexport { Room }\nexport function enter(): Room;\n`,
  };

  const shop: Report = {
    package: "shop",
    specifier: "shop",
    declarations: `import { enter } from 'facade';\nexport const door: typeof enter;\n`,
  };

  it("break those who pass them on, too, however far", () => {
    const present = edited(declarations, "readonly id: string;", "readonly id: number;");
    const found = compareTypes(
      reports(rooms(declarations), facade, shop),
      reports(rooms(present), facade, shop),
    );
    expect([...found].map(([name, differences]) => [name, impactOf(differences)])).toEqual([
      ["rooms", "major"],
      ["facade", "major"],
      ["shop", "major"],
    ]);
  });
});

describe("the packages of this repository", () => {
  const folder = fileURLToPath(new URL("../../../docs/api", import.meta.url));
  const present = readReports(folder);

  it("have reports to compare", () => {
    expect(present.size).toBeGreaterThan(10);
  });

  it("break when anything that they export is renamed", () => {
    const names = /^export (?:abstract )?(?:class|interface|function|type|const) (\w+)/gm;
    const renamed = new Map<string, Report>();
    const expected: [string, string][] = [];
    for (const [specifier, report] of present) {
      const text = report.declarations.replaceAll(names, (line, name: string) => {
        expected.push([specifier, name]);
        return line.replace(new RegExp(`\\b${name}$`), `${name}Renamed`);
      });
      renamed.set(specifier, { ...report, declarations: text });
    }
    expect(expected.length).toBeGreaterThan(100);
    const found = [...compareTypes(present, renamed).values()].flat();
    for (const [specifier, name] of expected) {
      const said = { impact: "major", place: specifier, text: `\`${name}\` is exported no more` };
      expect(found).toContainEqual(expect.objectContaining(said));
    }
  });

  it("are harmless to extend: an optional member of every interface", () => {
    const extended = [...present].map(([specifier, report]): [string, Report] => [
      specifier,
      {
        ...report,
        declarations: report.declarations.replaceAll(
          /^export interface (\w+).* \{$/gm,
          // Where something is made of all its keys, another key is a change of that.
          (line, name) =>
            report.declarations.includes(`keyof ${name}`)
              ? line
              : `${line}\n    readonly addedLater?: string;`,
        ),
      },
    ]);
    const found = compareTypes(present, new Map(extended));
    expect([...found.values()].flat().filter(({ impact }) => impact === "major")).toEqual([]);
    expect(found.size).toBeGreaterThan(3);
  });
});
