import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EntryPoint } from "@roomkey/api-report";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { portableTypeTests, runTypeTests } from "../src/types/type-tests.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "roomkey-type-tests-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** The package as it is installed today. */
const install = (declarations: string) => {
  const manifest = { name: "rooms", type: "module", exports: { ".": "./dist/index.js" } };
  write("node_modules/rooms/package.json", JSON.stringify(manifest));
  write("node_modules/rooms/dist/index.d.ts", declarations);
};

describe("yesterday's type tests against today's types", () => {
  const test = [
    'import { open } from "rooms";',
    'const id: string = open({ name: "a" }).id;',
    "// @ts-expect-error a name is needed",
    "open({});",
    "export { id };",
  ];
  const run = () => {
    write("released/rooms/types.test-d.ts", test.join("\n"));
    return runTypeTests(join(root, "released")).get("rooms");
  };
  const open = (options: string, room: string) =>
    install(`export declare function open(options: ${options}): ${room};\n`);

  it("compile while nothing changed", () => {
    open("{ name: string }", "{ id: string }");
    expect(run()).toBeUndefined();
  });

  it("tell what breaks, with file and line", () => {
    open("{ name: string }", "{ id: number }");
    expect(run()).toMatchObject([
      {
        impact: "major",
        place: "type test rooms/types.test-d.ts:2",
        text: expect.stringContaining("'number' is not assignable to type 'string'"),
      },
    ]);
  });

  it("call it no break that something is taken which was refused", () => {
    open("{ name?: string }", "{ id: string }");
    expect(run()).toMatchObject([{ impact: "minor", text: "what was refused is taken now" }]);
  });
});

describe("type tests that are kept", () => {
  const entry = (subpath: string, file: string): EntryPoint => ({
    package: "rooms",
    specifier: `rooms${subpath}`,
    folder: join(root, "packages/rooms"),
    types: join(root, "packages/rooms/dist", file),
    report: "",
    mayName: [],
  });
  const keep = () => {
    const entries = [entry("", "index.d.ts"), entry("/server", "server/index.d.ts")];
    return portableTypeTests(join(root, "packages/rooms"), entries);
  };

  it("import what users can import, and bring along what stands beside them", () => {
    write(
      "packages/rooms/test/types/rooms.test-d.ts",
      'import { open } from "../../src/index.js";\nimport { serve } from "../../src/server/index.js";\nimport { room } from "../support.js";\n',
    );
    write("packages/rooms/test/support.ts", 'import type { Room } from "../src/index.js";\n');
    write("packages/rooms/test/other.test.ts", "");
    expect(keep()).toEqual([
      {
        path: join("types", "rooms.test-d.ts"),
        text: 'import { open } from "rooms";\nimport { serve } from "rooms/server";\nimport { room } from "../support.js";\n',
      },
      { path: "support.ts", text: 'import type { Room } from "rooms";\n' },
    ]);
  });

  it("may not reach into a package", () => {
    write("packages/rooms/test/a.test-d.ts", 'import { x } from "../src/secret.js";\n');
    expect(keep).toThrow(/a\.test-d\.ts imports src\/secret\.js, which users cannot/);
  });
});
