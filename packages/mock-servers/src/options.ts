import type { ControlAccess } from "./control/control-access.js";
import { createPrism } from "./create-prism.js";
import type { EngineFactory } from "./engine.js";
import type { JournalEntry } from "./journal.js";
import { findIssues } from "./json-schema.js";
import type { Tls } from "./mock-server.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";
import type { Delay } from "./rules/rule.js";
import { DELAY } from "./rules/rule-schema.js";

/** Where the mock servers listen and what they remember. */
export interface MockServersOptions {
  /**
   * One port for both, under `/ibm-video` and `/blendvision`; 0 takes a free one. The ports of their
   * own are then opened only where they are given too. Default: a port each.
   */
  readonly port?: number;
  /** Port of the IBM Video mock; 0 takes a free one. Default: 4010, none beside `port`. */
  readonly ibmVideoPort?: number;
  /** Port of the BlendVision mock; 0 takes a free one. Default: 4011, none beside `port`. */
  readonly blendvisionPort?: number;
  /** The address to listen on. Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
  /** How many requests `requests()` remembers. Default: 1000. */
  readonly journalSize?: number;
  /** The largest request body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number;
  /** Called for each request, before its answer is sent. Default: nobody is told. */
  readonly onRequest?: (entry: JournalEntry) => void;
  /** The scenario that is on at the start: a name, or a YAML file. Default: `happy`. */
  readonly scenario?: string;
  /** YAML files with scenarios that can be switched to by name. Default: none. */
  readonly scenarioFiles?: readonly string[];
  /** Read scenario files again when they change. Default: false. */
  readonly watch?: boolean;
  /** Told about mistakes in files that changed. Default: nobody. */
  readonly onProblem?: (message: string) => void;
  /** Remember chatrooms, check tokens, answer accordingly. Default: false, examples only. */
  readonly stateful?: boolean;
  /** How long to wait before each answer, beside what rules say. Default: not at all. */
  readonly delay?: Delay;
  /** Origins whose pages may call the mocks: all, none, or these. Default: `any`. */
  readonly cors?: "any" | "none" | readonly string[];
  /** Makes everything random (probabilities, random delays) the same each time. Default: `1`. */
  readonly seed?: string;
  /** Who may call the control API. Default: `loopback`, programs of this machine. */
  readonly controlFrom?: "loopback" | "anywhere";
  /** What callers of the control API have to send as Bearer. Default: nothing. */
  readonly controlToken?: string;
  /** Certificate and key in PEM, to serve HTTPS. Default: HTTP. */
  readonly tls?: Tls;
  /** What decides about documented answers. Default: Prism. */
  readonly createEngine?: EngineFactory;
}

/** Options with their defaults; a port that is undefined is not opened. */
export interface Settings {
  readonly port: number | undefined;
  readonly ibmVideoPort: number | undefined;
  readonly blendvisionPort: number | undefined;
  readonly host: string;
  readonly journalSize: number;
  readonly bodyLimit: number;
  readonly onRequest: (entry: JournalEntry) => void;
  readonly seed: string;
  readonly scenario: string;
  readonly scenarioFiles: readonly string[];
  readonly watch: boolean;
  readonly onProblem: (message: string) => void;
  readonly stateful: boolean;
  readonly delay: Delay;
  readonly cors: "any" | "none" | readonly string[];
  readonly access: ControlAccess;
  readonly tls: Tls | undefined;
  readonly createEngine: EngineFactory;
}

/**
 * Fills in the defaults.
 *
 * @throws {RangeError} when a number is not one that can be.
 */
export function readOptions(options: MockServersOptions): Settings {
  const { port } = options;
  const {
    ibmVideoPort = port === undefined ? IBM_VIDEO.defaultPort : undefined,
    blendvisionPort = port === undefined ? BLENDVISION.defaultPort : undefined,
    host = "127.0.0.1",
    journalSize = 1000,
    bodyLimit = 1024 * 1024,
    onRequest = () => {},
    seed = "1",
    scenario = "happy",
    scenarioFiles = [],
    watch = false,
    onProblem = () => {},
    stateful = false,
    delay = 0,
    cors = "any",
    controlFrom = "loopback",
    controlToken,
    tls,
    createEngine = createPrism,
  } = options;
  checkPort("port", port);
  checkPort("ibmVideoPort", ibmVideoPort);
  checkPort("blendvisionPort", blendvisionPort);
  checkWhole("journalSize", journalSize, 1_000_000);
  checkWhole("bodyLimit", bodyLimit, Number.MAX_SAFE_INTEGER);
  if (controlToken === "") throw new RangeError("controlToken must not be empty");
  const access = { from: controlFrom, token: controlToken };
  const ports = { port, ibmVideoPort, blendvisionPort };
  if (findIssues(DELAY, delay).length > 0) {
    throw new RangeError("delay must be milliseconds, text such as 250ms, or { min, max }");
  }
  const scenarios = { scenario, scenarioFiles, watch, onProblem, stateful };
  const rest = {
    host,
    journalSize,
    bodyLimit,
    onRequest,
    seed,
    delay,
    cors,
    access,
    tls,
    createEngine,
  };
  return { ...ports, ...scenarios, ...rest };
}

function checkPort(name: string, value: number | undefined): void {
  if (value !== undefined) checkWhole(name, value, 65_535);
}

function checkWhole(name: string, value: number, max: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= max) return;
  throw new RangeError(`${name} must be a whole number from 0 to ${max}, not ${value}`);
}
