import { ChoiceError, checkChoice } from "./choice.js";
import type { ForcedAnswer } from "./forced-answers.js";
import { ForcedAnswers } from "./forced-answers.js";
import type { JournalEntry } from "./journal.js";
import { Journal } from "./journal.js";
import { loadDocument } from "./load-document.js";
import { createMockApi } from "./mock-api.js";
import type { MockServer } from "./mock-server.js";
import { startMockServer } from "./mock-server.js";
import type { MockServersOptions } from "./options.js";
import { readOptions } from "./options.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";

/** Both mock servers, running. */
export interface MockServers extends AsyncDisposable {
  /** Base URL of the IBM Video mock, OAuth token endpoint included. */
  readonly ibmVideo: string;
  /** Base URL of the BlendVision mock. */
  readonly blendvision: string;
  /** The last requests to both, oldest first. */
  requests(): JournalEntry[];
  /**
   * Decides the next answers of an operation, for requests of any kind, valid or not.
   *
   * @throws {ChoiceError} when the document holds no such operation, status or example.
   * @throws {RangeError} when `times` is not a whole number of at least 1 (or Infinity).
   */
  force(operationId: string, answer: ForcedAnswer): void;
  /** Forgets the requests and the forced answers: a fresh start between two tests. */
  reset(): void;
  /** Stops both within a second, open connections or not. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts both mock servers in this process.
 *
 * @throws {PortTakenError} when a port is in use; nothing is left running then.
 * @throws {RangeError} when an option is not a number that can be.
 */
export async function startMockServers(options: MockServersOptions = {}): Promise<MockServers> {
  const settings = readOptions(options);
  const journal = new Journal(settings.journalSize);
  const forced = new ForcedAnswers();
  const shared = { forced, bodyLimit: settings.bodyLimit };
  const ibmVideoApi = createMockApi(await loadDocument(IBM_VIDEO.document), shared);
  const blendvisionApi = createMockApi(await loadDocument(BLENDVISION.document), shared);
  const common = {
    host: settings.host,
    onRequest: (entry: JournalEntry): void => {
      journal.add(entry);
      settings.onRequest(entry);
    },
  };
  const [ibmVideo, blendvision] = await allOrNone([
    startMockServer({ ...common, info: IBM_VIDEO, api: ibmVideoApi, port: settings.ibmVideoPort }),
    startMockServer({
      ...common,
      info: BLENDVISION,
      api: blendvisionApi,
      port: settings.blendvisionPort,
    }),
  ]);
  const closeAll = async (): Promise<void> => {
    await Promise.all([ibmVideo.close(), blendvision.close()]);
  };
  try {
    await Promise.all([ibmVideoApi.engine(), blendvisionApi.engine()]);
  } catch (error) {
    await closeAll();
    throw error;
  }
  const operations = [...ibmVideoApi.operations, ...blendvisionApi.operations];
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= closeAll();
    return stopped;
  };
  return {
    ibmVideo: ibmVideo.url,
    blendvision: blendvision.url,
    requests: () => journal.entries(),
    force: (operationId, answer) => {
      const operation = operations.find(({ id }) => id === operationId);
      if (!operation) {
        const known = operations.map(({ id }) => id).join(", ");
        throw new ChoiceError(`No document holds an operation ${operationId}, only ${known}`);
      }
      checkChoice(operation, answer);
      forced.add(operationId, answer);
    },
    reset: () => {
      journal.clear();
      forced.clear();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Waits for both servers; when one cannot start, the other is stopped again. */
async function allOrNone(
  starting: readonly [Promise<MockServer>, Promise<MockServer>],
): Promise<readonly [MockServer, MockServer]> {
  const [first, second] = await Promise.allSettled(starting);
  if (first.status === "fulfilled" && second.status === "fulfilled") {
    return [first.value, second.value];
  }
  const reasons: unknown[] = [];
  for (const result of [first, second]) {
    if (result.status === "fulfilled") await result.value.close();
    else reasons.push(result.reason);
  }
  throw reasons[0];
}
