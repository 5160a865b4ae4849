import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const PORTS = ["--ibm-video-port", "0", "--blendvision-port", "0"];

interface Finished {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line until it ends. */
async function run(...args: string[]): Promise<Finished> {
  return finish(start(...args));
}

const started: ChildProcess[] = [];

// What a failed test leaves behind.
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  return child;
}

async function finish(child: ChildProcess): Promise<Finished> {
  let [out, err] = ["", ""];
  child.stdout?.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return { code, signal, out, err };
}

/** Servers that have said where they are, and the lines that come after that. */
async function ready(...args: string[]): Promise<{
  child: ChildProcess;
  urls: { ibmVideo: string; blendvision: string };
  nextLine: () => Promise<string>;
}> {
  const child = start(...PORTS, "--log", "json", ...args);
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const iterator = lines[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await iterator.next()).value);
  const { event, ...urls } = JSON.parse(await nextLine());
  expect(event).toBe("ready");
  return { child, urls, nextLine };
}

describe("roomkey-mocks", () => {
  it("prints how it is used", async () => {
    const { code, out, err } = await run("--help");
    expect([code, err]).toEqual([0, ""]);
    for (const word of ["--ibm-video-port", "--blendvision-port", "--host", "--log", "Prefer"]) {
      expect(out).toContain(word);
    }
  });

  it("prints its version", async () => {
    const file = readFileSync(new URL("../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(file) as { version: string };
    expect(await run("--version")).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it.each([
    [["--nope"], "Unknown option '--nope'"],
    [["extra"], "Unexpected argument 'extra'"],
    [["--ibm-video-port", "http"], "--ibm-video-port must be a whole number from 0 to 65535"],
    [["--blendvision-port=65536"], "--blendvision-port must be a whole number from 0 to 65535"],
    [["--log", "loud"], '--log must be pretty, json, silent, not "loud"'],
  ])("refuses %j with a reason and status 2", async (args, reason) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(reason);
    expect(err).toContain("--help");
  });

  it("names the port that is taken and ends with status 1", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, out, err } = await run(...PORTS, "--blendvision-port", String(port));
    server.close();
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`Port ${port}`);
    expect(err).toContain("--blendvision-port 0");
    expect(err).not.toContain("    at ");
  });

  it("says where the servers are and what to try, and what it prints works", async () => {
    const child = start(...PORTS);
    const finished = finish(child);
    let out = "";
    for await (const chunk of child.stdout as NodeJS.ReadableStream) {
      out += String(chunk);
      if (out.includes("Ctrl-C")) break;
    }
    const curls = out.replaceAll("\\\n", "").match(/curl -i .*/g) ?? [];
    const answers = await Promise.all(curls.slice(0, 3).map(callLikeCurl));
    child.kill("SIGTERM");
    await finished;
    expect(answers).toEqual([200, 200, 402]);
  });

  it("takes options from the environment, and ends with status 2 for a wrong scenario", async () => {
    const child = spawn(process.execPath, [CLI, "--log", "json"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ROOMKEY_MOCKS_PORT: "0", ROOMKEY_MOCKS_SCENARIO: "payment-required" },
    });
    started.push(child);
    const finished = finish(child);
    const [first] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    const { ibmVideo, controlUrl } = JSON.parse(String(first)) as Record<string, string>;
    const response = await fetch(`${ibmVideo}/channels/1/chat.json`);
    expect([response.status, response.headers.get("x-roomkey-rule")]).toEqual([402, "ibm-402"]);
    expect((await fetch(`${controlUrl}/ready`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await finished).toMatchObject({ code: 0 });
    const { code, err } = await run(...PORTS, "--scenario", "nope");
    expect(code).toBe(2);
    expect(err).toContain("there is no scenario nope, only happy");
  });

  it("logs a line for each request", async () => {
    const { child, urls, nextLine } = await ready();
    const finished = finish(child);
    await fetch(`${urls.ibmVideo}/channels/1/chat.json?access_token=s3cret`);
    const line = await nextLine();
    child.kill("SIGTERM");
    await finished;
    expect(JSON.parse(line)).toMatchObject({ operationId: "initializeChat", status: 401 });
    expect(line).not.toContain("s3cret");
  });

  it("prints nothing but the places when told to be silent", async () => {
    const child = start(...PORTS, "--log", "silent");
    const finished = finish(child);
    const [first] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    const url = /http:\/\/\S+/.exec(String(first))?.[0];
    expect((await fetch(`${url}/nope`)).status).toBe(404);
    child.kill("SIGTERM");
    const { out } = await finished;
    expect(out.trim().split("\n")).toHaveLength(2);
  });

  it("starts anew when the config file changes, and goes on as it was while there is a mistake", async () => {
    const folder = await mkdtemp(join(tmpdir(), "mocks-config-"));
    const config = join(folder, "mocks.yaml");
    // As many editors do: a new file takes the place of the old one.
    const save = async (lines: string): Promise<void> => {
      await writeFile(`${config}.new`, `log: json\n${lines}`);
      await rename(`${config}.new`, config);
    };
    await save("ibm-video-port: 0\nblendvision-port: 0\nscenario: payment-required\n");
    const child = start("--watch", "--config", config);
    const out = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const errors = createInterface({ input: child.stderr as NodeJS.ReadableStream });
    const next = async (lines: AsyncIterator<string>): Promise<string> =>
      String((await lines.next()).value);
    const [outLines, errorLines] = [out[Symbol.asyncIterator](), errors[Symbol.asyncIterator]()];
    const { ibmVideo } = JSON.parse(await next(outLines)) as { ibmVideo: string };
    const status = async (): Promise<number> =>
      (await fetch(`${ibmVideo}/channels/1/chat.json`, { headers: { connection: "close" } }))
        .status;
    expect(await status()).toBe(402);
    await next(outLines);

    await save("porrt: 1\n");
    expect(await next(errorLines)).toContain("mocks.yaml:2: porrt is not known here");
    await save("ibm-video-port: 0\nblendvision-port: 0\nscenario: nope\n");
    expect(await next(errorLines)).toContain("there is no scenario nope");
    expect(await status()).toBe(402);
    await next(outLines);

    await save("ibm-video-port: 0\nblendvision-port: 0\nscenario: outage-30s\n");
    expect(JSON.parse(await next(outLines))).toMatchObject({ event: "ready", ibmVideo });
    expect(await status()).toBe(503);

    // Others empty the file before they write it, which is no change to anything.
    await writeFile(config, "");

    const port = Number(new URL(ibmVideo).port);
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port: other } = taken.address() as AddressInfo;
    await next(outLines);
    await save(`ibm-video-port: ${port}\nblendvision-port: ${other}\n`);
    expect(JSON.parse(await next(outLines))).toMatchObject({ event: "ready", ibmVideo });
    expect(await next(errorLines)).toContain(`Port ${other}`);
    taken.close();
    expect(await status()).toBe(503);

    const exit = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    await rm(folder, { recursive: true });
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "stops within a second on %s, with status 0 and open connections",
    async (signal) => {
      const { child, urls } = await ready();
      const finished = finish(child);
      // fetch keeps this connection open.
      await fetch(urls.ibmVideo);
      const began = performance.now();
      child.kill(signal);
      expect(await finished).toMatchObject({ code: 0, signal: null, err: "" });
      expect(performance.now() - began).toBeLessThan(1000);
      await expect(fetch(urls.ibmVideo)).rejects.toThrow();
    },
  );
});

/** Sends what a printed curl line would send. */
async function callLikeCurl(line: string): Promise<number> {
  const [url = ""] = line.match(/http:\S+/) ?? [];
  const quoted = [...line.matchAll(/-([Hd]) '([^']+)'/g)];
  const valuesOf = (wanted: string): string[] =>
    quoted.flatMap(([, flag, text = ""]) => (flag === wanted ? [text] : []));
  const headers = valuesOf("H").map((header) => header.split(": "));
  const data = valuesOf("d");
  const form = data.length > 0 && { "content-type": "application/x-www-form-urlencoded" };
  const response = await fetch(url, {
    method: data.length > 0 || line.includes("-X POST") ? "POST" : "GET",
    headers: { ...Object.fromEntries(headers), ...form },
    ...(data.length > 0 && { body: data.join("&") }),
  });
  return response.status;
}
