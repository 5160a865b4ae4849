import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { matrix } from "../src/matrix.js";
import { root, templates } from "../src/places.js";

const readManifest = (path: string) => JSON.parse(readFileSync(path, "utf8"));

const published = [
  "packages/roomkey",
  "packages/http",
  "packages/ibm-video",
  "packages/blendvision",
];

describe("the templates", () => {
  it("name our packages as whatever was published last, and others by one version", () => {
    const folders = new Set(matrix.map(({ template }) => template.folder));
    folders.delete("deno");
    for (const folder of folders) {
      const manifest = readManifest(join(templates, folder, "package.json"));
      const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
      for (const [name, version] of named) {
        const ours = /^(@roomkey\/|roomkey$)/.test(name);
        expect(version, `${name} of ${folder}`).toMatch(ours ? /^latest$/ : /^\d+\.\d+\.\d+$/);
      }
    }
  });

  it("have TypeScript check every entry point", () => {
    const checked = readFileSync(join(templates, "typescript", "entry-points.ts"), "utf8");
    const specifiers = published.flatMap((folder) => {
      const { name, exports } = readManifest(join(root, folder, "package.json"));
      return Object.keys(exports).map((path) => name + path.slice(1));
    });
    const missing = specifiers.filter((specifier) => !checked.includes(`"${specifier}"`));
    // The test kit is for projects with Vitest, whose own declarations are not ours to check.
    const left = missing.filter((specifier) => !specifier.endsWith("/package.json"));
    expect(left).toEqual(["roomkey/provider-testkit"]);
  });

  it("are each used by cases of different names", () => {
    const names = matrix.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
