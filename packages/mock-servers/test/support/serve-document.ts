import { ForcedAnswers } from "../../src/forced-answers.js";
import type { JournalEntry } from "../../src/journal.js";
import { createMockApi } from "../../src/mock-api.js";
import { startMockServer } from "../../src/mock-server.js";
import { IBM_VIDEO } from "../../src/providers.js";

export interface Served extends AsyncDisposable {
  readonly url: string;
  readonly requests: JournalEntry[];
}

/**
 * Serves a document of a test's own, for rules that the real documents do not have.
 *
 * @param hold - when given, no answer is made before it is resolved.
 */
export async function serveDocument(
  paths: object,
  rest: object = {},
  hold?: Promise<void>,
): Promise<Served> {
  const requests: JournalEntry[] = [];
  const info = { title: "Test", version: "1.0.0" };
  const document = { openapi: "3.1.0", info, paths, ...rest };
  const api = createMockApi(document as Parameters<typeof createMockApi>[0], {
    forced: new ForcedAnswers(),
    bodyLimit: 1024,
  });
  const held = async (): ReturnType<typeof api.engine> => {
    await hold;
    return api.engine();
  };
  const server = await startMockServer({
    info: IBM_VIDEO,
    api: { ...api, engine: held },
    host: "127.0.0.1",
    port: 0,
    onRequest: (entry) => requests.push(entry),
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
