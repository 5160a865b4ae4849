import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../src/cli.js";
import { roomDocument, roomDocumentWith, serverSecrets } from "./fixtures/room-document.js";

const types = "packages/rooms/src/generated/openapi.generated.ts";
const operations = "packages/rooms/src/generated/operations.generated.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "codegen-"));
  await mkdir(join(root, "specs/dist"), { recursive: true });
  await bundle(roomDocument());
});

afterEach(() => rm(root, { recursive: true }));

const bundle = (document: unknown) =>
  writeFile(join(root, "specs/dist/rooms.json"), JSON.stringify(document));
const read = (path: string) => readFile(join(root, path), "utf8");
const write = (path: string, text: string) => writeFile(join(root, path), text);

/** Runs the command on the repository in `root`. */
async function generate(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    root,
    apis: [{ document: "rooms", output: "packages/rooms", serverSecrets }],
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("npm run generate", () => {
  it("writes the types and the table of each document", async () => {
    const { code, out, err } = await generate();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`wrote     ${types}\nwrote     ${operations}\n`);
    expect(await read(types)).toMatch(
      /^\/\/ Do not edit: generated from specs\/rooms\/openapi\.yaml/,
    );
    expect(await read(operations)).toContain("export const serverOperations");
  });

  it("writes the same bytes each time, with line feeds alone", async () => {
    await generate();
    const first = [await read(types), await read(operations)];
    await rm(join(root, "packages"), { recursive: true });
    await generate();
    expect([await read(types), await read(operations)]).toEqual(first);
    expect(first.join()).not.toContain("\r");
    expect(first.every((text) => text.endsWith("\n") && !text.endsWith("\n\n"))).toBe(true);
  });

  it("leaves a file alone that is right already", async () => {
    await generate();
    const long = new Date("2020-01-01");
    await utimes(join(root, types), long, long);
    const { out } = await generate();
    expect(out).toContain(`unchanged ${types}`);
    expect((await stat(join(root, types))).mtime).toEqual(long);
  });

  it("writes nothing at all when a document is refused, and says why", async () => {
    await bundle(roomDocumentWith(["paths", "/rooms", "post", "operationId"], "getRoom"));
    expect(await generate()).toEqual({
      code: 1,
      out: "",
      err: "specs/rooms: operation getRoom: the operationId is used twice",
    });
    expect(await readdir(root)).toEqual(["specs"]);
  });

  it("asks for the bundle when it is missing", async () => {
    await rm(join(root, "specs/dist"), { recursive: true });
    const { code, err } = await generate();
    expect(code).toBe(1);
    expect(err).toContain("specs/dist/rooms.json is missing; run npm run generate at the root");
  });

  it("says so when the bundle is broken", async () => {
    await write("specs/dist/rooms.json", '{ "openapi": ');
    const { code, err } = await generate();
    expect(code).toBe(1);
    expect(err).toContain("specs/dist/rooms.json is not JSON");
  });
});

describe("npm run generate -- --check", () => {
  beforeEach(() => generate());

  it("passes on what generate wrote", async () => {
    const { code, err } = await generate("--check");
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("finds an edit of one character, shows it, and leaves it", async () => {
    const edited = (await read(operations)).replace('method: "GET"', 'method: "PET"');
    await write(operations, edited);
    const { code, err } = await generate("--check");
    expect(code).toBe(1);
    expect(err).toContain(
      `${operations}, line 9:\n  -     method: "PET",\n  +     method: "GET",\n`,
    );
    expect(err).not.toContain(types);
    expect(await read(operations)).toBe(edited);
  });

  it("finds a document that has changed since", async () => {
    await bundle(roomDocumentWith(["components", "schemas", "User", "required"], ["id", "role"]));
    const { code, err } = await generate("--check");
    expect(code).toBe(1);
    expect(err).toContain(types);
    expect(err).toContain("  -       role?: ");
    expect(err).toContain("  +       role: ");
    expect(err).toContain(operations);
  });

  it.each([
    ["added", (text: string) => `${text}\n`, "  - \n  + (no such line)"],
    ["lost", (text: string) => text.slice(0, -1), "  - (no such line)\n  + "],
  ])("finds a line feed %s at the end", async (_, edit, shown) => {
    await write(types, edit(await read(types)));
    const { code, err } = await generate("--check");
    expect(code).toBe(1);
    expect(err).toContain(shown);
  });

  it("finds a file that is missing, and does not write it", async () => {
    await rm(join(root, types));
    const { code, err } = await generate("--check");
    expect(code).toBe(1);
    expect(err).toContain(`${types}, line 1:\n  - (no such line)\n  + // Do not edit`);
    await expect(read(types)).rejects.toThrow("ENOENT");
  });
});

// Each of these starts a process, which takes its time on a busy machine.
describe("the command line", { timeout: 30_000 }, () => {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const command = (...args: string[]) =>
    promisify(execFile)(process.execPath, ["--import", import.meta.resolve("tsx"), main, ...args], {
      cwd: root,
    });

  it("explains itself", async () => {
    const { stdout } = await command("--help");
    expect(stdout).toMatch(/^Usage: npm run generate \[-- --check\]/);
  });

  it("exits with 2 on a flag that it does not know", async () => {
    await expect(command("--chekc")).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'--chekc'"),
    });
  });

  it("refuses arguments that are no flags", async () => {
    expect(await generate("rooms")).toMatchObject({ code: 2, out: "" });
  });
});
