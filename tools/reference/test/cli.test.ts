import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { run } from "../src/cli.js";

let folder: string;
let lines: string[];
let stop: () => void;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "roomkey-reference-"));
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const docs = (...args: string[]) =>
  run(args, {
    folder: join(folder, "dist"),
    stopped: new Promise((done) => {
      stop = done;
    }),
    out: (line) => lines.push(line),
    err: (line) => lines.push(line),
  });
const mocks = () => readFileSync(join(folder, "dist/mocks.js"), "utf8");

describe("npm run docs", () => {
  it("serves the pages, which know where its mock servers are, until it is stopped", async () => {
    const ended = docs("--port", "0");
    await expect
      .poll(() => lines.join("\n"))
      .toMatch(/Reference pages: http:\/\/127\.0\.0\.1:\d+\//);
    const site = /http:\S+/.exec(lines.join("\n"))?.[0] ?? "";
    const page = await fetch(site);
    expect([page.status, page.headers.get("content-type")]).toEqual([
      200,
      "text/html; charset=utf-8",
    ]);
    expect(await page.text()).toContain("IBM Video Streaming chat API");

    const script = await (await fetch(`${site}mocks.js`)).text();
    const [address = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(script) ?? [];
    const headers = { authorization: "Bearer fake" };
    const answer = await fetch(`${address}/channels/1234/chat.json`, { headers });
    expect(answer.status).toBe(200);
    await answer.text();

    for (const path of ["nothing.html", "..%2fpackage.json", "../package.json", "a/index.html"]) {
      expect((await fetch(site + path)).status, path).toBe(404);
    }
    stop();
    expect(await ended).toBe(0);
    await expect(fetch(site)).rejects.toThrow();
    await expect(fetch(address)).rejects.toThrow();
  });

  it("--build only writes the pages, for the mock servers of npm start", async () => {
    expect(await docs("--build")).toBe(0);
    expect(readdirSync(join(folder, "dist"))).toEqual(
      expect.arrayContaining(["index.html", "ibm-video-chat.read.html", "ibm-video-chat.try.html"]),
    );
    expect(mocks()).toContain("http://127.0.0.1:4010");
    expect(mocks()).toContain("http://127.0.0.1:4011");
  });

  it("says so when the port is taken", async () => {
    const taken = createServer();
    await new Promise<void>((done) => {
      taken.listen(0, "127.0.0.1", () => done());
    });
    const { port } = taken.address() as AddressInfo;
    expect(await docs("--port", String(port))).toBe(1);
    expect(lines.join("\n")).toContain(`Port ${port} is taken`);
    await new Promise((done) => taken.close(done));
  });

  it("helps, and builds nothing then", async () => {
    expect(await docs("--help")).toBe(0);
    expect(lines.join("\n")).toMatch(/^Usage: npm run docs/);
    expect(existsSync(join(folder, "dist"))).toBe(false);
  });

  it.for([["--wrong"], ["--port", "a"], ["--port", "70000"], ["page"]])(
    "refuses %s",
    async (args) => {
      expect(await docs(...args)).toBe(2);
      expect(lines.join("\n")).toContain("Usage: npm run docs");
    },
  );
});
