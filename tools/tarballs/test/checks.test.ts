import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { checks } from "../src/checks/index.js";
import { readPackageFolder } from "../src/package-folder.js";

const names = inject("names");

it("covers every package that is published", () => {
  expect(names.sort()).toEqual([
    "@roomkey/blendvision",
    "@roomkey/http",
    "@roomkey/ibm-video",
    "@roomkey/mock-servers",
    "@roomkey/specs",
    "roomkey",
  ]);
});

it("brings no package that runs a script when it is installed", async () => {
  const lock = await readFile(join(inject("project"), "package-lock.json"), "utf8");
  const packages = Object.entries<{ hasInstallScript?: boolean }>(JSON.parse(lock).packages);
  expect(packages.length).toBeGreaterThan(5);
  expect(packages.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
});

describe.each(names)("the tarball of %s", async (name) => {
  const folder = await readPackageFolder(join(inject("unpacked"), name));

  it.each(Object.entries(checks))("%s", async (_, check) => {
    expect(await check(folder)).toEqual([]);
  });
});
