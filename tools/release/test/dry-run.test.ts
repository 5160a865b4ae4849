import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "@roomkey/registry";
import { beforeAll, describe, expect, it } from "vitest";
import { type DryRun, dryRun } from "../src/dry-run.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

describe("a release of both clients", () => {
  let release: DryRun;
  let before: string;
  let after: string;

  beforeAll(async () => {
    before = await stateOf(root);
    release = await dryRun(root, {
      log: () => {},
      prepare: async (copy) => {
        await removeChangesets(copy);
        await writeFile(
          join(copy, ".changeset/both-clients.md"),
          '---\n"@roomkey/ibm-video": minor\n"@roomkey/blendvision": patch\n---\n\nPlanted sentence.\n',
        );
      },
    });
    after = await stateOf(root);
  });

  it("gives both clients the same new version, and the facade a patch", () => {
    const to = Object.fromEntries(release.bumps.map((bump) => [bump.name, bump.to]));
    expect(Object.keys(to).sort()).toEqual([
      "@roomkey/blendvision",
      "@roomkey/ibm-video",
      "roomkey",
    ]);
    expect(to["@roomkey/blendvision"]).toBe(to["@roomkey/ibm-video"]);
    const facade = release.bumps.find(({ name }) => name === "roomkey");
    expect(facade?.to).toBe(facade?.from.replace(/\d+$/, (patch) => String(Number(patch) + 1)));
  });

  it("publishes the clients before the facade, and nothing that did not change", () => {
    expect(release.published).toEqual(["@roomkey/blendvision", "@roomkey/ibm-video", "roomkey"]);
  });

  it("writes what changed into the changelog of each package", () => {
    for (const { name, to } of release.bumps) {
      expect(release.changelogs[name]).toMatch(new RegExp(`^# ${name}\n\n## ${to}\n`));
    }
    expect(release.changelogs["@roomkey/ibm-video"]).toContain("Planted sentence.");
    expect(release.changelogs.roomkey).toContain("@roomkey/ibm-video@");
  });

  it("leaves the checkout as it was", () => {
    expect(after).toBe(before);
  });
});

it("is none without changesets", async () => {
  const release = await dryRun(root, { log: () => {}, prepare: removeChangesets });
  expect(release).toEqual({ bumps: [], published: [], changelogs: {} });
});

/** What of a checkout a release would change, and its tags. */
async function stateOf(folder: string): Promise<string> {
  const files = [".changeset", "*package.json", "package-lock.json", "*CHANGELOG.md", "specs"];
  const status = await run("git", ["status", "--porcelain", "--", ...files], { cwd: folder });
  const tags = await run("git", ["tag"], { cwd: folder });
  return [status, tags, await readFile(join(folder, "package-lock.json"), "utf8")].join("\n");
}

async function removeChangesets(copy: string): Promise<void> {
  for (const file of await readdir(join(copy, ".changeset"))) {
    if (file.endsWith(".md")) await rm(join(copy, ".changeset", file));
  }
}
