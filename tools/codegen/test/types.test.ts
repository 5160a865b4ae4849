import { beforeAll, describe, expect, it } from "vitest";
import { operationTable } from "../src/operation-table.js";
import { operationsFile } from "../src/operations-file.js";
import { typesFile } from "../src/types-file.js";
import { compile } from "./fixtures/compile.js";
import { roomDocument, roomDocumentWith, serverSecrets } from "./fixtures/room-document.js";

/** Milliseconds that a test may take which runs the compiler, on a busy machine. */
const compiling = 30_000;

const table = operationTable(roomDocument(), serverSecrets);
let types = "";

beforeAll(async () => {
  types = await typesFile("rooms", roomDocument(), table);
});

/** What the compiler has against code that uses the generated files. */
const complaints = (code: string) =>
  compile({
    "openapi.generated.ts": types,
    "operations.generated.ts": operationsFile("rooms", table),
    "user.ts": `
      import type { components, operations } from "./openapi.generated.js";
      import { operations as table, serverOperations } from "./operations.generated.js";
      type Schemas = components["schemas"];
      export type Used = [Schemas, operations, typeof table, typeof serverOperations];
      ${code}`,
  });

describe("the generated files", { timeout: compiling }, () => {
  it("compile in a strict package with isolated declarations", () => {
    expect(complaints("")).toEqual([]);
  });

  it("keep the literals of the table, so that a client can tell its operations apart", () => {
    const good = `
      export const method: "GET" = table.getRoom.method;
      export const explode: true = table.getRoom.query.fields.explode;
      export const secret: "Basic " = serverOperations.deleteRoom.security.apiKey.prefix;`;
    expect(complaints(good)).toEqual([]);
    expect(complaints("export const none: unknown = table.createRoom;")).toEqual([
      expect.stringContaining("Property 'createRoom' does not exist"),
    ]);
  });

  it("contain no any and no object that must be empty", () => {
    expect(types).not.toMatch(/\bany\b/);
    expect(types).not.toContain("Record<string, never>");
    expect(types).toContain("labels?: Record<string, unknown>;");
  });
});

describe("response types", { timeout: compiling }, () => {
  it("offer the known values of an enum and accept any other", () => {
    expect(types).toContain('status: "ACTIVE" | "ARCHIVED" | (string & {});');
    expect(types).toContain('closed_reason: "EMPTY" | "BANNED" | (string & {}) | null;');
    const good = `
      export const user: Schemas["User"] = { id: "u1", role: "NEW_ROLE" };
      export const open: string | undefined = user.role;`;
    expect(complaints(good)).toEqual([]);
    expect(complaints('export const user: Schemas["User"] = { id: "u1", role: 1 };')).toHaveLength(
      1,
    );
  });

  it("refuse members that are not declared, unless the schema says so", () => {
    expect(
      complaints('export const x = (room: Schemas["Room"]): unknown => room.idd;'),
    ).toHaveLength(1);
    expect(complaints('export const x = (t: Schemas["UserToken"]): unknown => t["new"];')).toEqual(
      [],
    );
  });

  it("leave arrays to the caller, who may own them", () => {
    const good = 'export const own = (room: Schemas["Room"]): unknown => room.members?.reverse();';
    expect(complaints(good)).toEqual([]);
  });
});

describe("request types", { timeout: compiling }, () => {
  const body = (members: string) =>
    complaints(`export const body: Schemas["CreateRoomRequest"] = ${members};`);

  it("hold an enum closed", () => {
    expect(body('{ kind: "PUBLIC" }')).toEqual([]);
    expect(body('{ kind: "SECRET" }')).toEqual([
      expect.stringContaining('"SECRET"\' is not assignable to type \'"PUBLIC" | "PRIVATE"\''),
    ]);
  });

  it("let a member with a default be left out", () => {
    expect(types).toContain("muted?: boolean;");
  });

  it("take any array, also a readonly one", () => {
    expect(types).toContain('"member_ids[]": readonly string[];');
    expect(body('{ kind: "PUBLIC", tags: ["a"] as const }')).toEqual([]);
  });
});

describe("doc comments", () => {
  it("stand over each operation, where a client's methods get them from", () => {
    expect(types).toContain(
      `
  /**
   * Read a room
   *
   * Answers with the room.
   *
   * Closed rooms *\\/ too.
   *
   * @see https://example.com/docs/get-room
   */
  getRoom: {`,
    );
  });

  it("say what the document says, wrapped, with its tags last", () => {
    expect(types).toContain(`
      /**
       * Id of the room.
       *
       * Format: uuid
       *
       * @example r1
       */
      id: string;
      /**
       * Whether the room is in use. A room that nobody has been in for a while is archived, and
       * comes back when somebody enters it.
       */
      status:`);
    expect(types).not.toMatch(/@description|@enum|@constant/);
  });
});

describe("an open enum that cannot be generated is refused with its place", () => {
  const at = ["components", "schemas", "User", "properties", "role"];
  it.each([
    ["x-extensible-enum on type integer, not string", { type: "integer" }],
    ["enum and x-extensible-enum in one schema", { type: "string", enum: ["HOST"] }],
  ])("%s", async (message, schema) => {
    const document = roomDocumentWith(at, { ...schema, "x-extensible-enum": ["HOST"] });
    await expect(typesFile("rooms", document, table)).rejects.toThrowError(
      new RegExp(`#/components/schemas/User.*: ${message}`),
    );
  });
});
