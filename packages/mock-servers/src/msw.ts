import type { HttpHandler } from "msw";
import { http } from "msw";
import { basePaths } from "./base-paths.js";
import type { Control } from "./control.js";
import { createControl } from "./control.js";
import { createMocks } from "./create-mocks.js";
import type { ForcedAnswer } from "./forced-answers.js";
import type { JournalEntry } from "./journal.js";
import { toResponse } from "./msw-response.js";
import type { OpenApiDocument, OperationObject } from "./openapi.js";
import type { MockServersOptions } from "./options.js";
import { readOptions } from "./options.js";
import type { Provider } from "./providers.js";
import { PROVIDERS } from "./providers.js";
import type { Received } from "./received.js";
import type { Session } from "./session.js";

/** Options of the mocks, those of ports aside, and where the app believes the platforms are. */
export type MockHandlersOptions = Pick<
  MockServersOptions,
  "journalSize" | "onRequest" | "scenario" | "scenarioFiles" | "stateful" | "delay" | "seed"
> & {
  /** Base URLs of IBM Video. Default: those of the document. */
  readonly ibmVideo?: readonly string[];
  /** Base URLs of BlendVision. Default: that of the document. */
  readonly blendvision?: readonly string[];
};

/** Both mocks as request handlers of MSW. */
export interface MockHandlers {
  /** For `setupServer(...handlers)`. */
  readonly handlers: HttpHandler[];
  readonly control: Control;
  /** The last requests to both, oldest first. */
  requests(): JournalEntry[];
  /** Decides the next answers of an operation, for requests of any kind. */
  force(operationId: string, answer: ForcedAnswer): void;
  /** Forgets everything: a fresh start between two tests. */
  reset(): void;
}

/** Makes handlers that answer like the mock servers, for unit tests that open no port. Node only. */
export async function createMockHandlers(options: MockHandlersOptions = {}): Promise<MockHandlers> {
  const { ibmVideo, blendvision, ...rest } = options;
  const mocks = await createMocks(readOptions(rest));
  const session = mocks.sessions.main;
  const own: Readonly<Record<Provider, readonly string[] | undefined>> = {
    "ibm-video": ibmVideo,
    blendvision,
  };
  const handlers = PROVIDERS.flatMap(({ provider }, index) => {
    const document = mocks.documents[index] ?? {};
    const [basePath = ""] = basePaths(document.servers);
    // A base URL of the caller's own stands for the server of the document, path and all.
    const bases = own[provider]?.map((url) => ({ url, basePath })) ?? serversOf(document);
    return bases.map((base) => createHandler(session, provider, base));
  });
  return {
    handlers,
    control: createControl(session),
    requests: () => session.requests(),
    force: (operationId, answer) => session.force(operationId, answer),
    reset: () => session.reset(),
  };
}

interface Base {
  readonly url: string;
  /** What the document puts before its paths. */
  readonly basePath: string;
}

function createHandler(session: Session, provider: Provider, { url, basePath }: Base): HttpHandler {
  const base = url.replace(/\/+$/, "");
  return http.all(`${base}/*`, async ({ request }) => {
    const received: Received = {
      method: request.method,
      target: basePath + request.url.slice(base.length),
      headers: Object.fromEntries(request.headers),
      body: Buffer.from(await request.clone().arrayBuffer()),
    };
    const outcome = await session.answer(provider, received);
    return toResponse(received, outcome, request.signal);
  });
}

/** The servers of a document and of its operations, each once. */
function serversOf({ servers = [], paths = {} }: OpenApiDocument): Base[] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const more = operations.flatMap((operation) => (operation as OperationObject).servers ?? []);
  const urls = new Set([...servers, ...more].map(({ url }) => url));
  return [...urls].map((url) => ({ url, basePath: basePaths([{ url }])[0] ?? "" }));
}
