import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../src/cli.js";
import { entryPoints } from "../src/entry-points.js";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
const results = fileURLToPath(new URL("../test-results", import.meta.url));

/** A copy of the package that knows openapi-fetch, where what it imports is still found. */
let folder: string;
beforeEach(() => {
  mkdirSync(results, { recursive: true });
  folder = mkdtempSync(join(results, "packages-"));
  for (const part of ["package.json", "dist"]) {
    cpSync(join(packages, "http", part), join(folder, "packages/http", part), { recursive: true });
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const declarations = () => join(folder, "packages/http/dist/index.d.ts");
const report = () => readFileSync(join(folder, "api/http/index.api.md"), "utf8");

async function api(...args: string[]) {
  const lines: string[] = [];
  const code = await run(args, {
    packages: join(folder, "packages"),
    reports: join(folder, "api"),
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  });
  return { code, output: lines.join("\n") };
}

describe("the report of a package", () => {
  it("is right after it was written, and not before", async () => {
    expect((await api("--check")).code).toBe(1);
    expect((await api()).output).toContain("wrote     http/index.api.md");
    expect(await api("--check")).toEqual({
      code: 0,
      output: "2 reports are what the packages give",
    });
    expect((await api()).output).toContain("unchanged http/index.api.md");
  });

  it("holds what is reachable, whether it can be imported or not", async () => {
    const added =
      "interface Hidden { readonly deep: string }\nexport declare function show(): Hidden;\nexport {};";
    appendFileSync(declarations(), `\n${added}\n`);
    await api();
    expect(report()).toMatch(/^export function show\(\): Hidden;$/m);
    expect(report()).toMatch(/^interface Hidden \{[^}]*readonly deep: string/m);
  });

  it("is out of date when a member gets another name", async () => {
    await api();
    const file = join(folder, "packages/http/dist/client-options.d.ts");
    const text = readFileSync(file, "utf8");
    expect(text).toContain("maxResponseBytes?");
    writeFileSync(file, text.replace("maxResponseBytes?", "maxBytes?"));
    const { code, output } = await api("--check");
    expect(code).toBe(1);
    expect(output).toMatch(/^http\/index\.api\.md, line \d+:\n {2}- .*\n {2}\+ .*/m);
    expect(output).toContain("run npm run api");
  });

  it("is removed with its entry point, and missed until then", async () => {
    await api();
    const file = join(folder, "packages/http/package.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    delete manifest.exports["./opentelemetry"];
    writeFileSync(file, JSON.stringify(manifest));
    expect((await api("--check")).output).toContain(
      "http/opentelemetry.api.md: there is no such entry point any more",
    );
    expect((await api()).output).toContain("removed   http/opentelemetry.api.md");
    expect((await api("--check")).code).toBe(0);
  });
});

describe("a type of openapi-fetch in the API is refused", () => {
  it.for([
    ["an exported one", 'export type { Client as Transport } from "openapi-fetch";'],
    [
      "one in a signature",
      'export declare function raw(): import("openapi-fetch").Client<object>;',
    ],
    [
      "one in a type that cannot be imported",
      'import type { Client } from "openapi-fetch";\ninterface Inner { readonly client: Client<object> }\nexport declare function inner(): Inner;\nexport {};',
    ],
  ] as const)("%s", async ([, leak]) => {
    appendFileSync(declarations(), `\n${leak}\n`);
    const { code, output } = await api();
    expect(code).toBe(1);
    expect(output).toContain("@roomkey/http shows types of openapi-fetch, which is no peer of it");
  });
});

describe("declarations that are not there", () => {
  it("are asked for by the command that makes them", async () => {
    rmSync(declarations());
    const { code, output } = await api();
    expect([code, output]).toEqual([1, expect.stringContaining("npm run build makes it")]);
  });
});

describe("entry points", () => {
  it("are those with types of every published package", () => {
    const specifiers = entryPoints(packages).map(({ specifier }) => specifier);
    expect(specifiers).toEqual(expect.arrayContaining(["roomkey", "@roomkey/http"]));
    expect(specifiers).toContain("roomkey/blendvision/server");
    expect(new Set(specifiers).size).toBe(specifiers.length);
  });

  it("have their declarations under whatever condition they stand", () => {
    const file = join(folder, "packages/http/package.json");
    const types = "./dist/opentelemetry.d.ts";
    const exports = {
      ".": { browser: { import: { types, default: "./x.js" } } },
      "./raw": "./x.js",
    };
    writeFileSync(file, JSON.stringify({ name: "@roomkey/http", exports }));
    expect(entryPoints(join(folder, "packages"))).toMatchObject([
      { specifier: "@roomkey/http", types: join(folder, "packages/http", types) },
    ]);
  });
});

describe("the command line", () => {
  it("helps", async () => {
    expect(await api("--help")).toMatchObject({ code: 0, output: expect.stringMatching(/^Usage/) });
  });

  it("refuses what it does not know", async () => {
    expect(await api("--wrong")).toMatchObject({ code: 2, output: expect.stringMatching(/Usage/) });
  });
});
