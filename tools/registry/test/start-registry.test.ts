import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { npm, type Registry, startRegistry } from "../src/index.js";

let folder: string;
let registry: Registry;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "roomkey-registry-test-"));
  registry = await startRegistry();
  await registry.publish([await packed("1.0.0")]);
});

afterAll(async () => {
  await registry?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe("the throw-away registry", () => {
  it("gives what was published to it", async () => {
    const project = await freshProject("installs");
    await npm(["install", "roomkey"], { cwd: project, env: registry.env });
    const installed = await readFile(join(project, "node_modules/roomkey/package.json"), "utf8");
    expect(JSON.parse(installed).version).toBe("1.0.0");
  });

  it("takes a new version of what it has, and refuses the same one again", async () => {
    const next = await packed("1.1.0");
    await registry.publish([next]);
    const versions = await npm(["view", "roomkey", "versions", "--json"], {
      cwd: folder,
      env: registry.env,
    });
    expect(JSON.parse(versions)).toEqual(["1.0.0", "1.1.0"]);
    await expect(registry.publish([next])).rejects.toThrow(/1\.1\.0|previously published|409|403/);
  });

  it("takes other packages from the registry that npm is configured with", async () => {
    const project = await freshProject("elsewhere");
    await npm(["install", "openapi-typescript-helpers@0.1.0"], { cwd: project, env: registry.env });
    const manifest = join(project, "node_modules/openapi-typescript-helpers/package.json");
    expect(JSON.parse(await readFile(manifest, "utf8")).version).toBe("0.1.0");
  });

  it("never takes one of ours from elsewhere", async () => {
    const asked = npm(["view", "@roomkey/http"], { cwd: folder, env: registry.env });
    await expect(asked).rejects.toThrow("E404");
  });

  it("calls others' packages unavailable rather than missing, so that clients ask again", async () => {
    const status = async (name: string) => (await fetch(registry.url + name)).status;
    expect(await status("@types/roomkey-knows-nothing-of-this")).toBe(503);
    expect(await status("@roomkey%2fhttp")).toBe(404);
  });

  it("is gone when it was stopped", async () => {
    const short = await startRegistry();
    expect((await fetch(short.url)).status).toBeLessThan(500);
    await short.stop();
    await expect(fetch(short.url)).rejects.toThrow();
    await short.stop();
  });
});

async function packed(version: string): Promise<string> {
  const source = join(folder, `roomkey-${version}`);
  await mkdir(source);
  await writeFile(join(source, "package.json"), JSON.stringify({ name: "roomkey", version }));
  await npm(["pack", "--pack-destination", folder], { cwd: source });
  return join(folder, `roomkey-${version}.tgz`);
}

async function freshProject(name: string): Promise<string> {
  const project = join(folder, name);
  await mkdir(project);
  await writeFile(join(project, "package.json"), "{}");
  return project;
}
