import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { staleDependency } from "../bootstrap/dependencies.mjs";
import { temporaryFolder } from "./support/temporary-folder.js";
import { writeFiles } from "./support/write-files.js";

const left = { version: "1.0.0", integrity: "sha512-left" };
const link = { resolved: "packages/own", link: true };
const locked = {
  "": { name: "root" },
  "packages/own": { name: "own", version: "0.0.0" },
  "node_modules/own": link,
  "node_modules/left": left,
  "node_modules/other-machine": { version: "1.0.0", optional: true },
};
const { "": _root, "node_modules/other-machine": _other, ...installed } = locked;

async function clone(
  lockedPackages: object,
  installedPackages?: Record<string, object>,
): Promise<string> {
  const root = await temporaryFolder();
  await writeFiles(root, {
    "package-lock.json": { packages: lockedPackages },
    "packages/own/package.json": {},
    ...(installedPackages && {
      "node_modules/.package-lock.json": { packages: installedPackages },
      ...Object.fromEntries(Object.keys(installedPackages).map((path) => [`${path}/index.js`, ""])),
    }),
  });
  return root;
}

describe("the installed dependencies", () => {
  test("are the locked ones after npm ci, binaries for other machines left aside", async () => {
    expect(staleDependency(await clone(locked, installed))).toBeNull();
  });

  test("may have others beside them", async () => {
    const more = { ...installed, "node_modules/more": { version: "3.0.0" } };
    expect(staleDependency(await clone(locked, more))).toBeNull();
  });

  test("are missing on a fresh clone", async () => {
    expect(staleDependency(await clone(locked))).toBe("nothing is installed");
  });

  test("are stale when the lockfile gained a package", async () => {
    const { "node_modules/left": _left, ...fewer } = installed;
    const root = await clone(locked, fewer);
    expect(staleDependency(root)).toBe("node_modules/left is not installed");
  });

  test("are stale when somebody removed a folder", async () => {
    const root = await clone(locked, installed);
    await rm(join(root, "node_modules/left"), { recursive: true });
    expect(staleDependency(root)).toBe("node_modules/left is not installed");
  });

  test.each([
    ["version", { ...left, version: "1.0.1" }],
    ["content", { ...left, integrity: "sha512-right" }],
  ])("are stale when a package has another %s", async (_what, found) => {
    const root = await clone(locked, { ...installed, "node_modules/left": found });
    expect(staleDependency(root)).toBe("node_modules/left is not at its locked version");
  });

  test("are stale when a workspace moved", async () => {
    const moved = { ...installed, "node_modules/own": { ...link, resolved: "packages/old" } };
    const root = await clone(locked, moved);
    expect(staleDependency(root)).toBe("node_modules/own is not at its locked version");
  });

  test("cannot be told without a lockfile", async () => {
    const root = await clone(locked, installed);
    await writeFiles(root, { "package-lock.json": "{ half a file" });
    expect(staleDependency(root)).toBe("package-lock.json is missing or unreadable");
  });
});
