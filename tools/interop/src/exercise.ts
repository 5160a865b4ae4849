import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { type RecordedRequest, startRecordingProxy } from "@roomkey/contract/recording-proxy";
import { startMockServers } from "@roomkey/mock-servers";
import {
  compareOutcome,
  compareRequest,
  mockRule,
  type Outcome,
  type Vector,
} from "@roomkey/vectors";
import type { VectorResult, VectorResults } from "./results.js";
import { runShell, SHARED } from "./run-shell.js";

/** How long a runner may take for all vectors. */
const TIMEOUT_MS = 300_000;

export interface Exercise {
  /** Where the client was built; the runner's command is run there. */
  readonly folder: string;
  readonly runner: string;
  readonly vectors: readonly Vector[];
  /** Whether the runner shall use the help of the language page. */
  readonly helped: boolean;
  readonly log: string;
}

/** What a runner is told about one call; it answers with a line of JSON that has the same id. */
interface Call extends Pick<Vector, "id" | "operation" | "credentials" | "input"> {
  readonly baseUrl: string;
  readonly helped: boolean;
}

type Line = { readonly id: string } & Outcome;

/** Lets a generated client make the calls of all vectors, and holds the wire against them. */
export async function exercise(options: Exercise): Promise<VectorResults> {
  const documents = [...new Set(options.vectors.map(({ document }) => document))];
  // Mock servers of their own for each document: every vector has a session, and those are limited.
  const servers = await Promise.all(documents.map((document) => startServers(document)));
  try {
    const plan: Call[] = [];
    for (const [index, vector] of options.vectors.entries()) {
      const server = servers[documents.indexOf(vector.document)];
      const baseUrl = await server?.prepare(vector, `v${index}`);
      const { id, operation, credentials, input } = vector;
      plan.push({
        id,
        operation,
        credentials,
        input,
        helped: options.helped,
        baseUrl: baseUrl ?? "",
      });
    }
    const outcomes = await runPlan(options, plan);
    return Object.fromEntries(
      await Promise.all(
        options.vectors.map(async (vector, index) => {
          const server = servers[documents.indexOf(vector.document)];
          const sent = server?.sent(`v${index}`) ?? [];
          const violations = (await server?.violations(`v${index}`)) ?? [];
          return [vector.id, judge(vector, sent, violations, outcomes.get(vector.id))] as const;
        }),
      ),
    );
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function startServers(document: Vector["document"]) {
  const mocks = await startMockServers({ port: 0 });
  const { origin } = new URL(mocks.controlUrl);
  const proxy = await startRecordingProxy(origin);
  const prefix = document === "ibm-video-chat" ? "/ibm-video" : "/blendvision";
  let recorded: readonly RecordedRequest[] = [];
  return {
    /** Makes a session answer as the vector says; gives the base URL of its API. */
    async prepare(vector: Vector, session: string): Promise<string> {
      const response = await fetch(`${origin}/@${session}/__roomkey/rules`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(mockRule(vector)),
      });
      if (!response.ok) throw new Error(`${vector.id}: ${await response.text()}`);
      return `${proxy.url}/@${session}${prefix}`;
    },
    sent(session: string): readonly RecordedRequest[] {
      recorded = [...recorded, ...proxy.take()];
      const start = `/@${session}${prefix}`;
      return recorded
        .filter(({ target }) => target.startsWith(`${start}/`))
        .map((request) => ({ ...request, target: request.target.slice(start.length) }));
    },
    /** The rules of the document that the requests of a session broke. */
    async violations(session: string): Promise<readonly string[]> {
      const response = await fetch(`${origin}/@${session}/__roomkey/requests`);
      const { requests } = (await response.json()) as { requests: { violations: string[] }[] };
      return requests.flatMap((request) => request.violations);
    },
    async stop(): Promise<void> {
      await proxy[Symbol.asyncDispose]();
      await mocks.stop();
    },
  };
}

async function runPlan(options: Exercise, plan: readonly Call[]): Promise<Map<string, Outcome>> {
  const { folder, runner, log } = options;
  writeFileSync(`${folder}/plan.json`, JSON.stringify(plan));
  rmSync(`${folder}/results.jsonl`, { force: true });
  await runShell(`${runner} plan.json results.jsonl`, {
    folder,
    log,
    env: SHARED,
    timeoutMs: TIMEOUT_MS,
  });
  const lines = readFileSync(`${folder}/results.jsonl`, "utf8").trim().split("\n");
  const outcomes = lines.map((line) => JSON.parse(line) as Line);
  return new Map(outcomes.map((outcome) => [outcome.id, outcome]));
}

function judge(
  vector: Vector,
  sent: readonly RecordedRequest[],
  violations: readonly string[],
  outcome: Outcome | undefined,
): VectorResult {
  if (outcome === undefined) return { exact: false, differences: ["the runner gave no result"] };
  const [request, ...more] = sent;
  if (request === undefined) {
    return { exact: false, differences: ["nothing was sent", ...compareOutcome(vector, outcome)] };
  }
  const { method, target, headers, body } = request;
  const seen = { method, path: target, headers, body: body.toString("utf8") };
  const { exact, differences } = compareRequest(vector, seen);
  const again = more.length > 0 ? [`it was sent ${more.length + 1} times`] : [];
  // The server's view backs the bytes: what looks alike, yet breaks a rule, is wrong as well.
  const broken = differences.length === 0 ? violations : [];
  const wrong = [...differences, ...again, ...broken, ...compareOutcome(vector, outcome)];
  return { exact, differences: wrong };
}
