import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const read = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const dockerfile = read("Dockerfile");
const final = dockerfile.slice(dockerfile.lastIndexOf("FROM "));

/** The argument of an instruction of the final image. */
const instruction = (name: string): string =>
  new RegExp(`^${name} (.*)$`, "m").exec(final)?.[1] ?? "";

describe("the container", () => {
  it("runs as somebody who is not root, and its base image has a version", () => {
    expect(instruction("USER")).toBe("node");
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

  it("starts, is healthy and stops without writing a file, with the image's own commands", async () => {
    const env = {
      PATH: process.env.PATH,
      ...Object.fromEntries([...final.matchAll(/^ENV (\w+)=(.*)$/gm)].map(([, k, v]) => [k, v])),
      ROOMKEY_MOCKS_PORT: "0",
    };
    const [node = "", ...args] = JSON.parse(instruction("ENTRYPOINT")) as string[];
    // Node's own guard stands for the read-only file system; Node 20 calls it experimental.
    const flags = process.allowedNodeEnvironmentFlags;
    const permission = flags.has("--permission") ? "--permission" : "--experimental-permission";
    const guard = [permission, "--allow-fs-read=*", "--no-warnings"];
    const options = { cwd: ROOT, env, stdio: ["ignore", "pipe", "inherit"] as const };
    const child = spawn(node, [...guard, ...args], { ...options, stdio: [...options.stdio] });
    const exit = once(child, "exit");
    try {
      const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
      const { port } = new URL((JSON.parse(String(line)) as { ibmVideo: string }).ibmVideo);
      const [, command = "[]"] = /CMD (\[.*\])/.exec(instruction("HEALTHCHECK")) ?? [];
      const [program = "", ...rest] = JSON.parse(command) as string[];
      const check = async (asked: string): Promise<unknown> => {
        const settings = { cwd: ROOT, env: { ...env, ROOMKEY_MOCKS_PORT: asked } };
        return (await once(spawn(program, rest, settings), "exit"))[0];
      };
      expect(await check(port)).toBe(0);
      expect(await check("1")).toBe(1);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await exit).toEqual([0, null]);
  });
});
