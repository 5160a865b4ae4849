import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packPackages, run } from "../src/index.js";

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "roomkey-pack-test-"));
  const secret = { name: "secret", version: "0.0.0", private: true };
  const shown = { name: "@scope/shown", version: "1.2.3", files: ["dist", "src"] };
  await write("package.json", JSON.stringify({ workspaces: ["packages/*"] }));
  await write("packages/secret/package.json", JSON.stringify(secret));
  await write("packages/shown/package.json", JSON.stringify(shown));
  await write("packages/shown/src/kept.ts", "");
  await write("packages/shown/dist/kept.js", "");
  await write("packages/shown/dist/engine.cjs", "");
  await write("packages/shown/dist/gone.js", "");
  await write("packages/shown/dist/deep/gone.d.ts.map", "");
});

afterAll(() => rm(root, { recursive: true, force: true }));

it("packs what is published, without what is left over from an earlier build", async () => {
  const [shown, ...others] = await packPackages(root, root);
  expect(others).toEqual([]);
  const tarball = join(root, "scope-shown-1.2.3.tgz");
  expect(shown).toEqual({
    name: "@scope/shown",
    version: "1.2.3",
    folder: join("packages", "shown"),
    tarball,
  });
  const names = (await run("tar", ["-tzf", tarball], { cwd: root })).trim().split("\n");
  expect(names.sort()).toEqual([
    "package/dist/engine.cjs",
    "package/dist/kept.js",
    "package/package.json",
    "package/src/kept.ts",
  ]);
});

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
