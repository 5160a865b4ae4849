import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

const NAMES = ["valkey-server", "redis-server"] as const;

/** A running Valkey or Redis server of the test's own. */
export interface KeyValueServer {
  readonly url: string;
  /** Ends it at once; keeps nothing. */
  stop(): Promise<void>;
}

/** The server program on the PATH, Valkey before Redis; null where there is none. */
export function findKeyValueServer(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const programs = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return programs.find(isExecutable) ?? null;
}

/** Starts a server in memory on a free port of 127.0.0.1. */
export async function startKeyValueServer(program: string): Promise<KeyValueServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const options = [
      "--port",
      `${port}`,
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--appendonly",
      "no",
    ];
    const server = spawn(program, options, { stdio: ["ignore", "pipe", "inherit"] });
    const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
    if (await isReady(server)) {
      return {
        url: `redis://127.0.0.1:${port}`,
        async stop() {
          server.kill("SIGKILL");
          await ended;
        },
      };
    }
    await ended;
    // Another process may have taken the port since it was found free.
    if (attempt === 5) throw new Error(`${program} did not start`);
  }
}

function isReady(server: ChildProcess): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let log = "";
    server.once("error", reject);
    server.once("close", () => resolve(false));
    server.stdout?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (/ready to accept connections/i.test(log)) resolve(true);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { readonly port: number };
      probe.close(() => resolve(port));
    });
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
