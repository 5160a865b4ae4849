#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { Command } from "./cli-options.js";
import { HELP, readCommand } from "./cli-options.js";
import type { Reports } from "./run-servers.js";
import type { MockServers } from "./start-mock-servers.js";

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

async function serve(first: Serve): Promise<void> {
  // Loaded here, so that --help and mistakes are answered at once.
  const { RunningServers } = await import("./run-servers.js");
  const running = new RunningServers();
  // A signal may come before there is anything to stop.
  let stop = (): void => process.exit(0);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop());
  try {
    await running.start(first, await reportsFor(first));
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    const isWrong = error instanceof Error && /^(RuleError|ScenarioFileError)$/.test(error.name);
    process.exitCode = isWrong ? 2 : 1;
    return;
  }
  const stopWatching = await watchConfig(first, async (next) =>
    running.start(next, await reportsFor(next)),
  );
  stop = () => {
    stopWatching();
    void running.stop();
  };
}

/** Reads the config file again when it changes; a mistake in it is reported and changes nothing. */
async function watchConfig(
  first: Serve,
  restart: (next: Serve) => Promise<void>,
): Promise<() => void> {
  if (first.config === undefined || !first.watch) return () => {};
  const { watchFiles } = await import("./watch-files.js");
  let current: Command = first;
  const read = async (): Promise<void> => {
    const next = await readCommand(process.argv.slice(2), process.env);
    if (next.run === "wrong") return complain(next.message);
    if (next.run !== "serve" || isDeepStrictEqual(next, current)) return;
    await restart(next);
    current = next;
  };
  let reading = Promise.resolve();
  return watchFiles([first.config], () => {
    reading = reading.then(read).catch((error: unknown) => {
      complain(error instanceof Error ? error.message : String(error));
    });
  });
}

async function reportsFor({ log }: Serve): Promise<Reports> {
  const { batchLines } = await import("./batch-lines.js");
  const { jsonLog, prettyLog } = await import("./log.js");
  const { tryBanner, whereBanner } = await import("./banner.js");
  const logs = {
    pretty: () => prettyLog(batchLines(print), { colours: hasColours() }),
    json: () => jsonLog(batchLines(print)),
    silent: () => () => {},
  };
  const onStart = (mocks: MockServers): void => {
    const { ibmVideo, blendvision, controlUrl } = mocks;
    if (log === "json") {
      print(JSON.stringify({ event: "ready", ibmVideo, blendvision, controlUrl }));
    } else print(whereBanner(mocks));
    if (log === "pretty") print(`\n${tryBanner(mocks)}\n`);
  };
  return { onStart, onRequest: logs[log](), onProblem: complain };
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
