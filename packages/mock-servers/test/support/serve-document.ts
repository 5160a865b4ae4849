import { ControlServer } from "../../src/control/control-server.js";
import { createPrism } from "../../src/create-prism.js";
import type { JournalEntry } from "../../src/journal.js";
import { createApiCore } from "../../src/mock-api.js";
import { startMockServer } from "../../src/mock-server.js";
import { IBM_VIDEO } from "../../src/providers.js";
import { ScenarioShelf } from "../../src/scenarios/scenario-shelf.js";
import { Session } from "../../src/session.js";
import { Sessions } from "../../src/sessions.js";

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly requests: JournalEntry[];
}

/**
 * Serves a document of a test's own, for rules that the real documents do not have.
 *
 * @param hold - when given, no answer is made before it is resolved.
 * @param isShared - on the port of both providers, as IBM Video's document.
 */
export async function serveDocument(
  paths: object,
  rest: object = {},
  hold?: Promise<void>,
  isShared = false,
): Promise<Served> {
  const requests: JournalEntry[] = [];
  const info = { title: "Test", version: "1.0.0" };
  const document = { openapi: "3.1.0", info, paths, ...rest };
  const { provider } = IBM_VIDEO;
  const bodyLimit = 1024;
  const core = createApiCore(document as Parameters<typeof createApiCore>[0], {
    provider,
    bodyLimit,
    createEngine: createPrism,
  });
  const held = async (): ReturnType<typeof core.engine> => {
    await hold;
    return core.engine();
  };
  const onRequest = (entry: JournalEntry): void => void requests.push(entry);
  const open = (): Session =>
    new Session([{ ...core, engine: held }], {
      journalSize: 10,
      onRequest,
      seed: "1",
      scenarios: new ScenarioShelf(),
      scenario: "happy",
      delay: 0,
      stateful: false,
    });
  const sessions = new Sessions(open);
  const access = { from: "loopback", token: undefined } as const;
  const control = new ControlServer({ sessions, access, isReady: () => true });
  const where = { use: IBM_VIDEO, host: "127.0.0.1", port: 0 };
  const server = await startMockServer({
    ...where,
    provider: isShared ? undefined : provider,
    sessions,
    control,
    bodyLimit,
  });
  return { url: server.url, requests, [Symbol.asyncDispose]: () => server.close() };
}

/** A documented JSON response with one example. */
export function jsonResponse(value: unknown, schema: object = {}): object {
  return {
    description: "A response",
    content: { "application/json": { schema, examples: { only: { value } } } },
  };
}
