import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withLazyModule } from "../src/lazy-module.js";

const src = new URL("../src/", import.meta.url);

describe("Prism", () => {
  it("is known to one file only", () => {
    const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
      (file) =>
        file.endsWith(".ts") && /["']@stoplight\//.test(readFileSync(new URL(file, src), "utf8")),
    );
    expect(files).toEqual(["prism-engine.ts"]);
  });

  it("is loaded without its faker, which takes most of the time", () => {
    const script = `
      const { createPrismEngine } = await import("./dist/prism-engine.js");
      await createPrismEngine({ openapi: "3.1.0", info: { title: "t", version: "1" }, paths: {} });
      const { default: { _cache } } = await import("node:module");
      const files = Object.keys(_cache).filter((file) => file.includes("@stoplight/prism-http/") || file.includes("/@faker-js/faker/dist/cjs/"));
      console.log(JSON.stringify([...new Set(files.map((file) => file.match(/@[^/]+\\/[^/]+/)[0]))]));
    `;
    const cwd = new URL("..", import.meta.url);
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd });
    // Neither of them: the built package has Prism in a file of its own.
    expect(JSON.parse(String(out))).toEqual([]);
  });

  it("finds its faker when something needs it", () => {
    const script = `
      const { createPrismEngine } = await import("./dist/prism-engine.js");
      const { listOperations } = await import("./dist/operations.js");
      const schema = { type: "object", required: ["email"], properties: { email: { type: "string", "x-faker": "internet.email" } } };
      const get = { operationId: "get", responses: { 200: { description: "ok", content: { "application/json": { schema } } } } };
      const document = { openapi: "3.1.0", info: { title: "t", version: "1" }, paths: { "/": { get } } };
      const engine = await createPrismEngine(document);
      const [operation] = listOperations(document);
      const request = { operation, pathParameters: {}, query: {}, headers: {} };
      const { body } = await engine.answer(request, { status: 200, dynamic: true, violations: [] });
      console.log(body.email);
    `;
    const cwd = new URL("..", import.meta.url);
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd });
    expect(String(out)).toMatch(/@/);
  });
});

describe("withLazyModule()", () => {
  it("loads a module when something is read from it, and gives others the real one", async () => {
    const folder = await mkdtemp(join(tmpdir(), "lazy-module-"));
    try {
      const [slow, user] = [join(folder, "slow.cjs"), join(folder, "user.cjs")];
      writeFileSync(
        slow,
        "globalThis.slowLoads = (globalThis.slowLoads ?? 0) + 1; exports.one = 1;",
      );
      writeFileSync(user, "const slow = require('./slow.cjs'); exports.one = () => slow.one;");
      const require = createRequire(import.meta.url);
      const loads = (): number => (globalThis as { slowLoads?: number }).slowLoads ?? 0;
      const using = withLazyModule(require, slow, () => require(user) as { one: () => number });
      expect(loads()).toBe(0);
      expect(using.one()).toBe(1);
      expect(loads()).toBe(1);
      expect(require(slow)).toEqual({ one: 1 });
      expect(loads()).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
