import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const dockerfile = read("Dockerfile");
const compose = read("compose.yaml");
const final = dockerfile.slice(dockerfile.lastIndexOf("FROM "));

/** The argument of an instruction of the final image. */
const instruction = (name: string): string =>
  new RegExp(`^${name} (.*)$`, "m").exec(final)?.[1] ?? "";

const [user = "", group = ""] = instruction("USER").split(":");
const command = JSON.parse(instruction("ENTRYPOINT")) as string[];
const [, healthcheck = "[]"] = /CMD (\[.*\])/.exec(instruction("HEALTHCHECK")) ?? [];
const env = {
  PATH: process.env.PATH,
  ...Object.fromEntries([...final.matchAll(/^ENV (\w+)=(.*)$/gm)].map(([, k, v]) => [k, v])),
  ROOMKEY_MOCKS_PORT: "0",
};

/** Starts, asks for its health as the image does, and stops. */
async function expectHealthyRun(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  try {
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { port } = new URL((JSON.parse(String(line)) as { ibmVideo: string }).ibmVideo);
    const [checker = "", ...rest] = JSON.parse(healthcheck) as string[];
    const check = async (asked: string): Promise<unknown> => {
      const settings = { cwd: ROOT, env: { ...env, ROOMKEY_MOCKS_PORT: asked } };
      return (await once(spawn(checker, rest, settings), "exit"))[0];
    };
    expect(await check(port)).toBe(0);
    expect(await check("1")).toBe(1);
  } finally {
    child.kill("SIGTERM");
  }
  expect(await exit).toEqual([0, null]);
}

// A mount namespace in which nothing can be written, then the user of the image without any
// capability: what a container engine does with `read_only` and `cap_drop`.
const READ_ONLY = `
awk '{print $5}' /proc/self/mountinfo | while read -r place; do
  mount -o remount,bind,ro "$place" 2>/dev/null || true
done
touch packages/mock-servers/written 2>/dev/null && exit 99
exec setpriv --reuid=${user} --regid=${group} --clear-groups --no-new-privs \\
  --inh-caps=-all --bounding-set=-all "$@"
`;
const NAMESPACE = ["--mount", "--propagation", "private", "sh", "-c", READ_ONLY, "sh"];
const canIsolate = spawnSync("unshare", [...NAMESPACE, "true"], { cwd: ROOT }).status === 0;
if (!canIsolate)
  console.warn("Without a read-only file system: unshare and setpriv need root here");

describe("the container", () => {
  it("runs as somebody who is not root, and its base image has a version", () => {
    expect(instruction("USER")).toBe("1000:1000");
    for (const [, image] of dockerfile.matchAll(/^FROM (\S+)/gm)) expect(image).toMatch(/:\d+/);
  });

  it("has a read-only file system and no capabilities in compose.yaml", () => {
    const { services } = parse(read("compose.yaml")) as {
      services: { mocks: Record<string, unknown> };
    };
    expect(services.mocks).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      ports: ["127.0.0.1:4010:4010", "127.0.0.1:4011:4011"],
      build: { dockerfile: "packages/mock-servers/Dockerfile" },
    });
  });

  it("starts, is healthy and stops with the image's own commands, without writing a file", async () => {
    const [node = "", ...args] = command;
    // Node's own guard stands for the read-only file system; Node 20 calls it experimental.
    const flags = process.allowedNodeEnvironmentFlags;
    const permission = flags.has("--permission") ? "--permission" : "--experimental-permission";
    await expectHealthyRun(node, [permission, "--allow-fs-read=*", "--no-warnings", ...args]);
  });

  it.skipIf(!canIsolate)(
    "does so as the image's user as well, without capabilities, where all of the disk is read-only",
    () => expectHealthyRun("unshare", [...NAMESPACE, ...command]),
  );
});

describe("npm run lint:container", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "container-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const lint = (...args: string[]): { status: number | null; text: string } => {
    const script = fileURLToPath(new URL("../scripts/lint-container.mjs", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args]);
    return { status, text: `${stdout}${stderr}` };
  };
  // The first run installs hadolint.
  const LONG = 120_000;

  it(
    "finds nothing in the Dockerfile and in compose.yaml",
    () => {
      const { status, text } = lint();
      if (text.includes("not linted")) console.warn(text);
      expect([status, text.replace(/^Dockerfile not linted.*\n/m, "").trim()]).toEqual([0, ""]);
    },
    LONG,
  );

  it("finds what the Compose specification does not know", async () => {
    const file = join(folder, "compose.yaml");
    await writeFile(file, compose.replace("read_only: true", "read_onyl: true"));
    const { status, text } = lint("--compose", file);
    expect(status).toBe(1);
    expect(text).toContain("/services/mocks");
    expect(text).toContain("must NOT have additional properties");
  });

  it("finds what is wrong with a Dockerfile", async (context) => {
    const file = join(folder, "Dockerfile");
    await writeFile(file, dockerfile.replaceAll("node:20-bookworm-slim", "node"));
    const { status, text } = lint("--dockerfile", file);
    if (text.includes("not linted") && !process.env.CI) context.skip(text);
    expect(status).toBe(1);
    expect(text).toContain("DL3006");
  });
});
