import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { type DocumentName, documentFile } from "../documents.js";

const require = createRequire(import.meta.url);

/** How much a server says of each request. */
export type LogLevel = "default" | "silent";

/** A command-line server: the addresses of what it serves, and its process. */
export interface MockProcess extends AsyncDisposable {
  readonly process: ChildProcess;
  readonly urls: readonly string[];
}

/** Our servers: both APIs in one process. */
export async function startRoomkeyMocks(log: LogLevel = "default"): Promise<MockProcess> {
  const cli = join(dirname(require.resolve("@roomkey/mock-servers/package.json")), "dist/cli.js");
  const [ibmVideo, blendvision] = [await freePort(), await freePort()];
  const ports = ["--ibm-video-port", `${ibmVideo}`, "--blendvision-port", `${blendvision}`];
  const flags = log === "silent" ? ["--log", "silent"] : [];
  return start([cli, ...ports, ...flags], [ibmVideo, blendvision]);
}

/** Prism's own server: one document per process. */
export async function startPrism(
  document: DocumentName,
  log: LogLevel = "default",
): Promise<MockProcess> {
  const cli = require.resolve("@stoplight/prism-cli/dist/index.js");
  const port = await freePort();
  const flags = log === "silent" ? ["--verboseLevel", "silent"] : [];
  return start([cli, "mock", "--port", `${port}`, ...flags, documentFile(document)], [port]);
}

function start(args: readonly string[], ports: readonly number[]): MockProcess {
  // Logs are written, and read by nobody: both sides pay for writing them.
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", 2] });
  return {
    process: child,
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
