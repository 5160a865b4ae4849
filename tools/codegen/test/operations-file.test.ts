import ts from "typescript";
import { describe, expect, it } from "vitest";
import { operationTable } from "../src/operation-table.js";
import { operationsFile } from "../src/operations-file.js";
import { roomDocument, serverSecrets } from "./fixtures/room-document.js";

const table = operationTable(roomDocument(), serverSecrets);
const file = operationsFile("rooms", table);

describe("operations.generated.ts", () => {
  it("says in its first line that it is generated, from what and how", () => {
    expect(file.split("\n")[0]).toBe(
      "// Do not edit: generated from specs/rooms/openapi.yaml by `npm run generate`.",
    );
  });

  it("holds at run time exactly the table of the document", async () => {
    const { outputText } = ts.transpileModule(file, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    const generated = await import(`data:text/javascript,${encodeURIComponent(outputText)}`);
    const rows = (entries: typeof table.operations) =>
      Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, entry.operation]));
    expect({ ...generated }).toEqual({
      operations: rows(table.operations),
      serverOperations: rows(table.serverOperations),
    });
  });

  it("names each operation by its summary", () => {
    expect(file).toContain("  /** Read a room */\n  getRoom: {\n");
    expect(file).toContain("\n  renewToken: {\n");
  });

  it("keeps its lines within 100 columns", () => {
    expect(file.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  it("can be written for a document that has no server operations", () => {
    const empty = { operations: {}, serverOperations: {} };
    expect(operationsFile("rooms", empty)).toContain(
      "export const serverOperations = {} as const;",
    );
  });
});
