import { join } from "node:path";
import type { Workshop } from "./consumer-case.js";
import { startServer } from "./start-server.js";

/** Mock servers that run as a process of their own. */
export interface RunningMocks extends AsyncDisposable {
  /** The servers as one case sees them: nobody else's requests are in its journal. */
  session(name: string): MockSession;
}

export interface MockSession {
  readonly ibmVideo: string;
  readonly blendvision: string;
  /** What was asked so far, sorted: `getChatroom 200`. A broken rule follows its request, and a
   * browser's preflight is left out. */
  requests(): Promise<string[]>;
}

/** Starts the mock servers that a project has installed, as its users do, under a Node. */
export async function startMocks(
  node: string,
  cwd: string,
  { env, signal }: Pick<Workshop, "env" | "signal">,
): Promise<RunningMocks> {
  const bin = join(cwd, "node_modules", ".bin", "roomkey-mocks");
  const flags = ["--ibm-video-port", "0", "--blendvision-port", "0", "--log", "json"];
  const server = await startServer(node, [bin, ...flags], { cwd, env, signal });
  const { ibmVideo, blendvision } = server.ready as { ibmVideo: string; blendvision: string };
  return {
    session: (name) => ({
      ibmVideo: `${ibmVideo}/@${name}`,
      blendvision: `${blendvision}/@${name}`,
      requests: () => readJournal(`${ibmVideo}/@${name}/__roomkey/requests`),
    }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function readJournal(url: string): Promise<string[]> {
  const response = await fetch(url);
  const { requests } = (await response.json()) as {
    requests: {
      method: string;
      operationId: string | null;
      status: number | null;
      violations: string[];
    }[];
  };
  return requests
    .filter(({ method }) => method !== "OPTIONS")
    .map(({ operationId, status, violations }) => [operationId, status, ...violations].join(" "))
    .sort();
}
