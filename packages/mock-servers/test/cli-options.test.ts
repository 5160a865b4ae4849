import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HELP, readCommand } from "../src/cli-options.js";
import { CLI_OPTIONS } from "../src/cli-table.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mocks-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, text);
  return file;
}

const SERVE = { run: "serve", log: "pretty" };

describe("an option", () => {
  it.each([
    [["--port", "4000"], { port: 4000 }],
    [["--ibm-video-port=0", "--blendvision-port", "1"], { ibmVideoPort: 0, blendvisionPort: 1 }],
    [["--host", "0.0.0.0"], { host: "0.0.0.0" }],
    [["--scenario", "outage-30s"], { scenario: "outage-30s" }],
    [
      ["--scenario-file", "a.yaml", "--scenario-file", "b.yaml"],
      { scenarioFiles: ["a.yaml", "b.yaml"] },
    ],
    [["--watch"], { watch: true }],
    [["--stateful"], { stateful: true }],
    [["--seed", "7"], { seed: "7" }],
    [["--delay", "250ms"], { delay: "250ms" }],
    [["--delay", "250"], { delay: 250 }],
    [["--delay", "100ms-2s"], { delay: { min: 100, max: 2000 } }],
    [["--cors", "none"], { cors: "none" }],
    [["--cors", "http://a, http://b"], { cors: ["http://a", "http://b"] }],
    [["--tls-cert", "c", "--tls-key", "k"], { tlsCert: "c", tlsKey: "k" }],
    [["--control", "anywhere"], { controlFrom: "anywhere" }],
    [["--journal-size", "10"], { journalSize: 10 }],
    [["--log", "json"], { log: "json" }],
  ])("%j is read", async (args, expected) => {
    expect(await readCommand(args)).toEqual({ ...SERVE, ...expected });
  });

  it.each([
    [["--port", "x"], "--port must be a whole number from 0 to 65535"],
    [["--delay", "soon"], "--delay must be a time such as 250ms or 100ms-2s"],
    [["--delay", "2s-1s"], "--delay must be a time"],
    [["--control", "nowhere"], "--control must be loopback, anywhere"],
    [["--tls-cert", "c"], "--tls-cert and --tls-key are needed together"],
    [["--control-token", "x"], "Unknown option '--control-token'"],
    [["--config", "/nope.yaml"], "/nope.yaml: there is no such file"],
  ])("%j is refused", async (args, message) => {
    expect(await readCommand(args)).toMatchObject({
      run: "wrong",
      message: expect.stringContaining(message),
    });
  });

  it("is in the help, with what it does", () => {
    for (const { name, secret } of CLI_OPTIONS) {
      if (!secret) expect(HELP).toMatch(new RegExp(`^  --${name}( <\\S+>)? +\\S+`, "m"));
    }
  });
});

describe("an environment variable", () => {
  it("stands for each option, and its mistakes name it", async () => {
    const environment = {
      ROOMKEY_MOCKS_PORT: "4000",
      ROOMKEY_MOCKS_SCENARIO_FILE: "a.yaml,b.yaml",
      ROOMKEY_MOCKS_WATCH: "true",
      ROOMKEY_MOCKS_CONTROL_TOKEN: "not-a-real-secret",
      ROOMKEY_MOCKS_HOST: "",
    };
    expect(await readCommand([], environment)).toEqual({
      ...SERVE,
      port: 4000,
      scenarioFiles: ["a.yaml", "b.yaml"],
      watch: true,
      controlToken: "not-a-real-secret",
    });
    expect(await readCommand([], { ROOMKEY_MOCKS_PORT: "x" })).toMatchObject({
      message: expect.stringContaining("ROOMKEY_MOCKS_PORT must be a whole number"),
    });
    expect(await readCommand([], { ROOMKEY_MOCKS_WATCH: "maybe" })).toMatchObject({ run: "wrong" });
  });
});

describe("the config file", () => {
  it("has the same options, with files relative to itself", async () => {
    const config = await write(
      "mocks.yaml",
      "port: 4000\nwatch: false\nscenario: own.yaml\nscenario-file: [a.yaml]\ncontrol-token: x\n",
    );
    expect(await readCommand(["--config", config])).toEqual({
      ...SERVE,
      config,
      port: 4000,
      watch: false,
      scenario: join(folder, "own.yaml"),
      scenarioFiles: [join(folder, "a.yaml")],
      controlToken: "x",
    });
    const named = await write("named.json", '{"scenario": "happy"}');
    expect(await readCommand([], { ROOMKEY_MOCKS_CONFIG: named })).toMatchObject({
      scenario: "happy",
    });
    const empty = await write("empty.yaml", "");
    expect(await readCommand(["--config", empty])).toEqual({ ...SERVE, config: empty });
  });

  it("goes behind the environment, and that behind the flags", async () => {
    const config = await write("order.yaml", "port: 1\nseed: a\nhost: one\n");
    const environment = { ROOMKEY_MOCKS_PORT: "2", ROOMKEY_MOCKS_SEED: "b" };
    expect(await readCommand(["--config", config, "--port", "3"], environment)).toMatchObject({
      port: 3,
      seed: "b",
      host: "one",
    });
  });

  it.each([
    ["port: 4000\nporrt: 1\n", ":2: porrt is not known here, only port,"],
    ["port: x\nlog: loud\n", ':1: port must be a whole number from 0 to 65535, not "x"'],
    ["port: x\nlog: loud\n", ":2: log must be pretty, json, silent"],
    ["port: [1, 2]\n", ":1: port must be one value"],
    ["port: {a: 1}\n", ":1: port must be a value"],
    ["- port\n", ":1: must hold options"],
    ["port: [\n", ":2: "],
  ])("with a mistake is refused, and the line is named: %j", async (text, message) => {
    const config = await write("bad.yaml", text);
    expect(await readCommand(["--config", config])).toMatchObject({
      run: "wrong",
      message: expect.stringContaining(`bad.yaml${message}`),
    });
  });
});
