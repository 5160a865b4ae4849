#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import type { Command } from "./cli-options.js";
import { HELP, readCommand } from "./cli-options.js";

type Serve = Extract<Command, { run: "serve" }>;

const command = readCommand(process.argv.slice(2));
// A reader that has seen enough (`| head -1`) is no reason to crash.
process.stdout.on("error", () => {});

if (command.run === "help") process.stdout.write(HELP);
else if (command.run === "version") print(await readVersion());
else if (command.run === "wrong") {
  process.stderr.write(`roomkey-mocks: ${command.message}\nroomkey-mocks --help lists them all.\n`);
  process.exitCode = 2;
} else await serve(command);

async function serve({ log, ...where }: Serve): Promise<void> {
  // Loaded here, so that --help and mistakes are answered at once.
  const { startMockServers } = await import("./start-mock-servers.js");
  const { jsonLog, prettyLog } = await import("./log.js");
  const { tryBanner, whereBanner } = await import("./banner.js");
  const logs = {
    pretty: () => prettyLog(print, { colours: hasColours() }),
    json: () => jsonLog(print),
    silent: () => () => {},
  };
  // A signal may come before there is anything to stop.
  let stop = (): void => process.exit(0);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());
  try {
    const mocks = await startMockServers({ ...where, onRequest: logs[log]() });
    stop = () => void mocks.stop();
    const { ibmVideo, blendvision } = mocks;
    if (log === "json") print(JSON.stringify({ event: "ready", ibmVideo, blendvision }));
    else print(whereBanner(mocks));
    if (log === "pretty") print(`\n${tryBanner(mocks)}\n`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`roomkey-mocks: ${message}\n`);
    process.exitCode = 1;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function hasColours(): boolean {
  return process.stdout.isTTY && process.stdout.hasColors();
}

async function readVersion(): Promise<string> {
  const file = await readFile(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(file) as { version: string }).version;
}
