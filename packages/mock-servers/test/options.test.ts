import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";

const ANY = { ibmVideoPort: 0, blendvisionPort: 0 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mocks-options-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("delay", () => {
  it("comes before each answer, beside what rules say", async () => {
    await using mocks = await startMockServers({ ...ANY, delay: "60ms" });
    mocks.control.addRule({ answer: { delay: 60 }, times: 1 });
    const took = async (): Promise<number> => {
      const start = performance.now();
      await getChat(mocks);
      return performance.now() - start;
    };
    expect(await took()).toBeGreaterThanOrEqual(115);
    expect(await took()).toBeGreaterThanOrEqual(55);
  });

  it("that is none is refused", async () => {
    await expect(startMockServers({ ...ANY, delay: "soon" })).rejects.toThrow(RangeError);
  });
});

describe("cors", () => {
  it.each([
    ["none", "http://a.example", null],
    [["http://a.example"], "http://a.example", "http://a.example"],
    [["http://a.example"], "http://b.example", null],
  ] as const)("%j lets pages of %s read: %s", async (cors, origin, allowed) => {
    await using mocks = await startMockServers({ ...ANY, cors });
    const answer = await getChat(mocks, { origin });
    expect(answer.headers.get("access-control-allow-origin")).toBe(allowed);
    const preflight = await fetch(`${mocks.ibmVideo}/channels/1/chat.json`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    });
    expect(preflight.headers.get("access-control-allow-origin")).toBe(allowed);
  });
});

describe("tls", () => {
  it("serves HTTPS, and stops within a second all the same", async () => {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    execFileSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
        ...["-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=localhost"],
      ],
      { stdio: "ignore" },
    );
    const tls = { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
    const mocks = await startMockServers({ port: 0, tls });
    expect(mocks.ibmVideo).toMatch(/^https:/);
    const status = (path: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const options = {
          ca: tls.cert,
          servername: "localhost",
          headers: { authorization: "Bearer a" },
        };
        request(`${mocks.ibmVideo}${path}`, options, (response) => {
          response.resume().on("end", () => resolve(response.statusCode));
        })
          .on("error", reject)
          .end();
      });
    expect(await status("/channels/1/chat.json")).toBe(200);
    mocks.control.addRule({ answer: { fault: "reset" } });
    await expect(status("/channels/1/chat.json")).rejects.toThrow();
    const start = performance.now();
    await mocks.stop();
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("watch", () => {
  it("takes a changed scenario over, and keeps the old one while there is a mistake", async () => {
    const file = join(folder, "watched.yaml");
    const save = (status: number): Promise<void> =>
      writeFile(file, `rules:\n  - answer:\n      status: ${status}\n`);
    await save(402);
    const problems: string[] = [];
    let heard = (): void => {};
    const problem = new Promise<void>((resolve) => {
      heard = resolve;
    });
    await using mocks = await startMockServers({
      ...ANY,
      scenario: file,
      watch: true,
      onProblem: (message) => {
        problems.push(message);
        heard();
      },
    });
    expect((await getChat(mocks)).status).toBe(402);
    await save(9000);
    await problem;
    expect(problems[0]).toContain("watched.yaml:3: rules[0].answer.status: must be at most 599");
    expect((await getChat(mocks)).status).toBe(402);
    await save(404);
    const deadline = Date.now() + 5000;
    let status = 402;
    while (status !== 404 && Date.now() < deadline) status = (await getChat(mocks)).status;
    expect(status).toBe(404);
  });
});
