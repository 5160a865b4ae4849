import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { checks } from "../src/checks/index.js";
import { type Manifest, readPackageFolder } from "../src/package-folder.js";

let home: string;
let folder: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "roomkey-planted-"));
  folder = join(home, "http");
  await cp(join(inject("unpacked"), "@roomkey/http"), folder, { recursive: true });
});

afterEach(() => rm(home, { recursive: true, force: true }));

/** Each fault, how it gets into the tarball of `@roomkey/http`, and what is said of it. */
const faults: Record<string, { plant: () => Promise<void>; said: RegExp }> = {
  "a missing condition of an entry point": {
    plant: () => edit((manifest) => delete exportsOf(manifest)["."]?.types),
    said: /exports \. has default, not types and default/,
  },
  "an entry point that is not there": {
    plant: () => rm(join(folder, "dist/opentelemetry.js")),
    said: /exports \.\/opentelemetry leads to \.\/dist\/opentelemetry\.js, which is missing/,
  },
  "types that come second": {
    plant: () =>
      edit((manifest) => {
        const { types, default: code } = exportsOf(manifest)["."] ?? {};
        exportsOf(manifest)["."] = { default: code, types } as Record<string, string>;
      }),
    said: /publint: .*types.*first/,
  },
  "a .ts import in the code": {
    plant: () =>
      replace("dist/index.js", "./credentials/cached-token.js", "./credentials/cached-token.ts"),
    said: /dist\/index\.js imports \.\/credentials\/cached-token\.ts, which users do not have/,
  },
  "a .ts import in the types": {
    plant: () =>
      replace("dist/index.d.ts", "./credentials/cached-token.js", "./credentials/cached-token.ts"),
    said: /dist\/index\.d\.ts imports \.\/credentials\/cached-token\.ts, which users do not have/,
  },
  "a type of openapi-fetch in ours": {
    plant: () =>
      append("dist/client/client.d.ts", 'export type Raw = import("openapi-fetch").Client<{}>;'),
    said: /dist\/client\/client\.d\.ts has types of openapi-fetch in it/,
  },
  "a dependency more": {
    plant: () =>
      edit((manifest) => Object.assign(manifest.dependencies ?? {}, { lodash: "4.17.21" })),
    said: /depends on lodash/,
  },
  "a peer that users would have to install": {
    plant: () => edit((manifest) => delete manifest.peerDependenciesMeta),
    said: /wants its users to install @opentelemetry\/api/,
  },
  "an import that is not declared": {
    plant: () => append("dist/index.js", 'import "undici";'),
    said: /dist\/index\.js imports undici, which users do not have/,
  },
  "a test": {
    plant: () => append("src/retry.test.ts", "export {};"),
    said: /src\/retry\.test\.ts looks like a test/,
  },
  "the settings of a tool": {
    plant: () => append("tsconfig.json", "{}"),
    said: /tsconfig\.json has no reason to be in a tarball/,
  },
  "a secret": {
    plant: () => append(".env", "TOKEN="),
    said: /\.env has no reason to be in a tarball/,
  },
  "a script that runs on installation": {
    plant: () => edit((manifest) => Object.assign(manifest.scripts ?? {}, { postinstall: "true" })),
    said: /the script postinstall runs on installation/,
  },
  "another licence": {
    plant: () => edit((manifest) => Object.assign(manifest, { license: "GPL-3.0-only" })),
    said: /license is "GPL-3\.0-only"/,
  },
  "no licence": {
    plant: () => rm(join(folder, "LICENSE")),
    said: /LICENSE is missing/,
  },
  "no provenance": {
    plant: () => edit((manifest) => delete manifest.publishConfig),
    said: /publishConfig is undefined/,
  },
  "a source that is missing": {
    plant: () => rm(join(folder, "src/policies/retry.ts")),
    said: /dist\/policies\/retry\.js\.map leads to src\/policies\/retry\.ts, which is missing/,
  },
  "something left over from an earlier build": {
    plant: () => append("dist/gone.js", "export {};"),
    said: /dist\/gone\.js has no source src\/gone\.ts/,
  },
  "a link that leads nowhere": {
    plant: () => append("README.md", "[there](../elsewhere)"),
    said: /README\.md links to \.\.\/elsewhere, which users do not have/,
  },
};

describe("a tarball of @roomkey/http with a fault in it", () => {
  it.each(Object.entries(faults))("is refused: %s", async (_, { plant, said }) => {
    await plant();
    const planted = await readPackageFolder(folder);
    const problems = await Promise.all(Object.values(checks).map((check) => check(planted)));
    expect(problems.flat().join("\n")).toMatch(said);
  });
});

async function edit(change: (manifest: Manifest) => unknown): Promise<void> {
  const file = join(folder, "package.json");
  const manifest = JSON.parse(await readFile(file, "utf8"));
  change(manifest);
  await writeFile(file, JSON.stringify(manifest, null, 2));
}

async function replace(file: string, text: string, other: string): Promise<void> {
  const content = await readFile(join(folder, file), "utf8");
  if (!content.includes(text)) throw new Error(`${file} does not hold ${text}`);
  await writeFile(join(folder, file), content.replace(text, other));
}

function append(file: string, text: string): Promise<void> {
  return appendFile(join(folder, file), `\n${text}\n`);
}

function exportsOf(manifest: Manifest): Record<string, Record<string, string>> {
  return manifest.exports as Record<string, Record<string, string>>;
}
