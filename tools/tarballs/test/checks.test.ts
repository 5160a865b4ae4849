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

describe.each(names)("the tarball of %s", async (name) => {
  const folder = await readPackageFolder(join(inject("unpacked"), name));

  it.each(Object.entries(checks))("%s", async (_, check) => {
    expect(await check(folder)).toEqual([]);
  });
});
