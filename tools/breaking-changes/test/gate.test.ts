import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMonorepo, type Monorepo } from "./support.js";

const RELEASED = "1.2.0";
let repo: Monorepo;
beforeEach(async () => {
  repo = await createMonorepo(RELEASED);
});
afterEach(() => repo[Symbol.dispose]());

const breakIt = () =>
  repo.change("blendvision-chatroom", ({ components }) => {
    delete components.schemas.Chatroom.properties.muted;
  });
const extendIt = () =>
  repo.change("ibm-video-chat", ({ components }) => {
    components.schemas.StreamData.properties.region = { type: "string" };
  });
const changeset = (bump: string, name = "@roomkey/specs") =>
  repo.write(".changeset/a-change.md", `---\n"${name}": ${bump}\n---\n\nA change.\n`);
const check = (...args: string[]) => repo.breaking("--no-build", ...args);

describe("a breaking change", () => {
  beforeEach(breakIt);

  it("fails without a changeset, and is told in words", async () => {
    const { code, output } = await check();
    expect(code).toBe(1);
    expect(output).toContain(`@roomkey/specs differs from ${RELEASED}`);
    expect(output).toMatch(/Breaking:\n\n- blendvision-chatroom: GET .*`muted`/);
    expect(output).toContain("Breaking, and no changeset declares it: @roomkey/specs.");
  });

  it.for(["minor", "patch", "none"])("fails with a %s changeset", async (bump) => {
    changeset(bump);
    expect((await check()).code).toBe(1);
  });

  it("fails when the major changeset is another package's", async () => {
    changeset("major", "roomkey");
    expect((await check()).code).toBe(1);
  });

  it("passes with a major changeset", async () => {
    changeset("major");
    const { code, output } = await check();
    expect(output).toContain("Breaking:");
    expect(code).toBe(0);
  });

  it("fails too when a whole document is gone", async () => {
    rmSync(join(repo.root, "specs/dist/ibm-video-chat.json"));
    expect((await check()).output).toContain("- ibm-video-chat: is gone");
  });
});

describe("a harmless change", () => {
  beforeEach(extendIt);

  it("passes without a changeset, and is told in words", async () => {
    const { code, output } = await check();
    expect(code).toBe(0);
    expect(output).toMatch(/New:\n\n- ibm-video-chat: GET .*`region` is added/);
    expect(output).not.toContain("Breaking");
  });
});

it("no change is told as such", async () => {
  const { code, output } = await check();
  expect([code, output]).toEqual([0, expect.stringContaining("as they were last released")]);
});

describe("the changelog", () => {
  const changesets = join(
    dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")),
    "bin.js",
  );
  const setVersions = () =>
    execFileSync(process.execPath, [changesets, "version"], { cwd: repo.root, stdio: "pipe" });

  it("says how the documents differ, and the version follows from it", async () => {
    extendIt();
    expect((await check("--write-changeset")).code).toBe(0);
    setVersions();
    expect(repo.read("specs/CHANGELOG.md")).toMatch(
      /## 1\.3\.0\n\n### Minor Changes\n\n[\s\S]*New:\n[\s\S]*ibm-video-chat: GET .*`region` is added/,
    );
    expect(JSON.parse(repo.read("specs/package.json")).version).toBe("1.3.0");
  });

  it("of a breaking change is written only when somebody declared it", async () => {
    breakIt();
    expect((await check("--write-changeset")).code).toBe(1);
    expect(() => repo.read(".changeset/what-changed-in-the-documents.md")).toThrow(/ENOENT/);
    changeset("major");
    expect((await check("--write-changeset")).code).toBe(0);
    setVersions();
    expect(repo.read("specs/CHANGELOG.md")).toMatch(
      /## 2\.0\.0\n\n### Major[\s\S]*Breaking:[\s\S]*`muted`/,
    );
  });
});

describe("the next release", () => {
  it("is compared with the one before once that is kept", async () => {
    extendIt();
    repo.write("specs/package.json", JSON.stringify({ name: "@roomkey/specs", version: "1.3.0" }));
    expect((await repo.breaking("--renew")).output).toContain("@roomkey/specs 1.3.0");
    expect((await check()).output).toContain("as they were last released");
  });

  it("cannot be pretended: a version that is out stays what it was", async () => {
    breakIt();
    const { code, output } = await repo.breaking("--renew");
    expect([code, output]).toEqual([1, expect.stringContaining("These versions are out already")]);
    expect((await check()).code).toBe(1);
  });
});

it("before the first release, the state to start from can be taken anew", async () => {
  using young = await createMonorepo("0.0.0");
  young.change("ibm-video-chat", ({ paths }) => {
    delete paths["/oauth2/token"];
  });
  const { code, output } = await young.breaking("--no-build");
  expect([code, output]).toEqual([1, expect.stringContaining("Nobody has them yet")]);
  expect((await young.breaking("--renew")).code).toBe(0);
  expect((await young.breaking("--no-build")).code).toBe(0);
});

describe("the command line", () => {
  it("helps", async () => {
    const { code, output } = await repo.breaking("--help");
    expect([code, output]).toEqual([0, expect.stringContaining("Usage: npm run breaking")]);
  });

  it.for([["--wrong"], ["--renew", "--write-changeset"]])("refuses %s", async (args) => {
    const { code, output } = await repo.breaking(...args);
    expect([code, output]).toEqual([2, expect.stringContaining("Usage: npm run breaking")]);
  });
});
