import { ControlServer } from "./control/control-server.js";
import type { Control } from "./control.js";
import { createControl } from "./control.js";
import { createMocks } from "./create-mocks.js";
import type { ForcedAnswer } from "./forced-answers.js";
import type { JournalEntry } from "./journal.js";
import type { MockServersOptions } from "./options.js";
import { readOptions } from "./options.js";
import { startPorts } from "./start-ports.js";

/** Both mock servers, running. */
export interface MockServers extends AsyncDisposable {
  /** Base URL of the IBM Video mock, OAuth token endpoint included. */
  readonly ibmVideo: string;
  /** Base URL of the BlendVision mock. */
  readonly blendvision: string;
  /** Base URL of the control API: `http://127.0.0.1:4010/__roomkey`. */
  readonly controlUrl: string;
  /** The control API without HTTP. */
  readonly control: Control;
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
 * @throws {ScenarioFileError} when a scenario file is wrong, with line numbers.
 * @throws {RuleError} when there is no scenario of that name.
 */
export async function startMockServers(options: MockServersOptions = {}): Promise<MockServers> {
  const settings = readOptions(options);
  const mocks = await createMocks(settings);
  const { sessions } = mocks;
  let ready = false;
  const isReady = (): boolean => ready;
  const controlServer = new ControlServer({ sessions, access: settings.access, isReady });
  const ports = await startPorts(settings, sessions, controlServer);
  try {
    await mocks.load();
    ready = true;
  } catch (error) {
    await ports.close();
    throw error;
  }
  const stopWatching = settings.watch ? mocks.watch() : undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopWatching?.();
    stopped ??= ports.close();
    return stopped;
  };
  const { main } = sessions;
  return {
    ibmVideo: ports.ibmVideo,
    blendvision: ports.blendvision,
    controlUrl: `${ports.url}/__roomkey`,
    control: createControl(main),
    requests: () => main.requests(),
    force: (operationId, answer) => main.force(operationId, answer),
    reset: () => main.reset(),
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
