import { existsSync, readdirSync } from "node:fs";
import { readVectors } from "@roomkey/vectors";
import { describe, expect, it } from "vitest";
import { matches } from "../src/judge.js";
import { KNOWN_GAPS } from "../src/known-gaps.js";
import { blocksOf, parseRecipe, readPage, readRecipe } from "../src/language-page.js";
import { ROOT } from "../src/root.js";
import { TARGETS } from "../src/targets.js";
import { runnerFolders } from "../src/try-target.js";

const fence = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\`\n`;

describe("a language page", () => {
  it("gives the blocks of a target in their order, and nobody else's", () => {
    const page = [
      "# A language\n",
      fence("sh", "npm pack"),
      fence("sh a install", "one"),
      fence("go a,b lib/file.go", "package lib"),
      fence("sh b install", "other"),
      fence("sh a build", "two\nthree"),
    ].join("\n");
    expect(parseRecipe(page, "a")).toEqual([
      { kind: "script", name: "install", code: "one\n" },
      { kind: "file", name: "lib/file.go", code: "package lib\n" },
      { kind: "script", name: "build", code: "two\nthree\n" },
    ]);
  });

  it("has no blocks of a target that there is not", () => {
    const ids = new Set(TARGETS.map(({ id }) => id));
    const pages = readdirSync(`${ROOT}specs/languages`);
    const owners = pages.flatMap((page) =>
      blocksOf(readPage(page)).flatMap((block) => block.owners),
    );
    expect(owners.filter((owner) => !ids.has(owner))).toEqual([]);
    expect(new Set(pages)).toEqual(new Set(TARGETS.map(({ page }) => page)));
  });

  it("pins everything that it installs", () => {
    const scripts = TARGETS.flatMap(({ id, page }) => readRecipe(page, id))
      .filter(({ kind }) => kind === "script")
      .flatMap(({ code }) => [...code.matchAll(/pip install --quiet (.*)/g)])
      .flatMap(([, packages = ""]) => packages.split(" "));
    expect(scripts.filter((name) => !/^[\w-]+==[\d.a-z]+$/.test(name))).toEqual([]);
  });
});

describe.each(TARGETS)("$id", (target) => {
  const recipe = readRecipe(target.page, target.id);

  it("is generated as its page says, and gets further as far as it claims", () => {
    const steps = recipe.filter(({ kind }) => kind === "script").map(({ name }) => name);
    // Rust's build script generates.
    if (target.id !== "rust-progenitor") expect(steps).toContain("generate");
    if (target.depth !== "parsed") expect(steps).toContain("build");
    else expect(target.check).toBeDefined();
    expect(target.runner !== undefined).toBe(target.depth === "run");
    expect(runnerFolders(target).every(existsSync)).toBe(true);
  });
});

describe("known gaps", () => {
  const ids = readVectors().map(({ id }) => id);

  it.each(KNOWN_GAPS)("$target: $reason", ({ target, vectors }) => {
    const { depth } = TARGETS.find(({ id }) => id === target) ?? {};
    expect(depth).toBe("run");
    for (const pattern of vectors) expect(ids.some((id) => matches(pattern, id))).toBe(true);
  });
});
