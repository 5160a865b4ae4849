#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import type { Command } from "./cli-options.js";
import { HELP, readCommand } from "./cli-options.js";

type Serve = Extract<Command, { run: "serve" }>;

// What Prism is made of uses modules that newer Node versions deprecate; who runs the mocks can do
// nothing about it.
process.noDeprecation = true;

const command = await readCommand(process.argv.slice(2), process.env);
// A reader that has seen enough (`| head -1`) is no reason to crash.
process.stdout.on("error", () => {});

if (command.run === "help") process.stdout.write(HELP);
else if (command.run === "version") print(await readVersion());
else if (command.run === "wrong") {
  complain(`${command.message}\nroomkey-mocks --help lists all options.`);
  process.exitCode = 2;
} else await serve(command);

async function serve({ log, tlsCert, tlsKey, ...options }: Serve): Promise<void> {
  // Loaded here, so that --help and mistakes are answered at once.
  const { startMockServers } = await import("./start-mock-servers.js");
  const { batchLines } = await import("./batch-lines.js");
  const { jsonLog, prettyLog } = await import("./log.js");
  const { tryBanner, whereBanner } = await import("./banner.js");
  const logs = {
    pretty: () => prettyLog(batchLines(print), { colours: hasColours() }),
    json: () => jsonLog(batchLines(print)),
    silent: () => () => {},
  };
  // A signal may come before there is anything to stop.
  let stop = (): void => process.exit(0);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());
  try {
    const mocks = await startMockServers({
      ...options,
      ...(tlsCert !== undefined && tlsKey !== undefined && { tls: await readTls(tlsCert, tlsKey) }),
      onRequest: logs[log](),
      onProblem: complain,
    });
    stop = () => void mocks.stop();
    const { ibmVideo, blendvision, controlUrl } = mocks;
    if (log === "json") {
      print(JSON.stringify({ event: "ready", ibmVideo, blendvision, controlUrl }));
    } else print(whereBanner(mocks));
    if (log === "pretty") print(`\n${tryBanner(mocks)}\n`);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    const isWrong = error instanceof Error && /^(RuleError|ScenarioFileError)$/.test(error.name);
    process.exitCode = isWrong ? 2 : 1;
  }
}

async function readTls(cert: string, key: string): Promise<{ cert: string; key: string }> {
  return { cert: await readFile(cert, "utf8"), key: await readFile(key, "utf8") };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(message: string): void {
  process.stderr.write(`roomkey-mocks: ${message}\n`);
}

function hasColours(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
