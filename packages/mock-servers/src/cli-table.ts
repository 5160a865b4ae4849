import { readDuration } from "./duration.js";
import type { MockServersOptions } from "./options.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";

export type LogMode = "pretty" | "json" | "silent";

/** What the command starts: options of the servers, with files instead of what is in them. */
export type Serving = Omit<MockServersOptions, "onRequest" | "tls" | "onProblem"> & {
  readonly log?: LogMode;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
};

/** One option, wherever it is given: as a flag, as an environment variable, in the config file. */
export interface CliOption {
  /** `ibm-video-port`; the environment variable is then `ROOMKEY_MOCKS_IBM_VIDEO_PORT`. */
  readonly name: string;
  /** What stands for the value in the help; without one the option is a switch. */
  readonly value?: string;
  /** Not as a flag: everybody can read the command lines of others. */
  readonly secret?: boolean;
  /** May be given more than once; in the environment separated by commas. */
  readonly many?: boolean;
  /** Holds the name of a file; in a config file it is relative to that. */
  readonly file?: boolean;
  readonly help: string;
  /** Reads the value; `name` is how it was called where it was given. */
  readonly read: (values: readonly string[], name: string) => Serving;
}

export const CLI_OPTIONS: readonly CliOption[] = [
  {
    name: "port",
    value: "<port>",
    help: "one port for both, under /ibm-video and /blendvision",
    read: ([text = ""], name) => ({ port: readPort(name, text) }),
  },
  {
    name: IBM_VIDEO.portFlag,
    value: "<port>",
    help: `port of the IBM Video mock, 0 for any free one (default ${IBM_VIDEO.defaultPort})`,
    read: ([text = ""], name) => ({ ibmVideoPort: readPort(name, text) }),
  },
  {
    name: BLENDVISION.portFlag,
    value: "<port>",
    help: `port of the BlendVision mock, 0 for any free one (default ${BLENDVISION.defaultPort})`,
    read: ([text = ""], name) => ({ blendvisionPort: readPort(name, text) }),
  },
  {
    name: "host",
    value: "<address>",
    help: "address to listen on (default 127.0.0.1; 0.0.0.0 for every network)",
    read: ([host = ""]) => ({ host }),
  },
  {
    name: "scenario",
    value: "<name|file>",
    help: "what the app shall meet: happy, rate-limited, outage-30s, …, or a YAML file",
    // A name is left as it is when paths are made absolute.
    read: ([scenario = ""]) => ({ scenario }),
  },
  {
    name: "scenario-file",
    value: "<file>",
    help: "a scenario that can be switched to by name; may be repeated",
    many: true,
    file: true,
    read: (scenarioFiles) => ({ scenarioFiles }),
  },
  {
    name: "watch",
    help: "read scenario files and the config file again when they change",
    read: ([text = ""], name) => ({ watch: readSwitch(name, text) }),
  },
  {
    name: "stateful",
    help: "remember chatrooms, check tokens, answer accordingly",
    read: ([text = ""], name) => ({ stateful: readSwitch(name, text) }),
  },
  {
    name: "seed",
    value: "<text>",
    help: "makes everything random the same each time (default 1)",
    read: ([seed = ""]) => ({ seed }),
  },
  {
    name: "delay",
    value: "<time>",
    help: "wait before each answer: 250ms, 2s, or 100ms-2s for a random time between",
    read: ([text = ""], name) => ({ delay: readDelay(name, text) }),
  },
  {
    name: "cors",
    value: "<origins>",
    help: "origins whose pages may call: any (default), none, or a list with commas",
    read: ([text = ""]) => ({ cors: readCors(text) }),
  },
  {
    name: "tls-cert",
    value: "<file>",
    help: "certificate in PEM, to serve HTTPS; needs --tls-key",
    file: true,
    read: ([tlsCert = ""]) => ({ tlsCert }),
  },
  {
    name: "tls-key",
    value: "<file>",
    help: "key of the certificate in PEM",
    file: true,
    read: ([tlsKey = ""]) => ({ tlsKey }),
  },
  {
    name: "control",
    value: "<from>",
    help: "who may use the control API: loopback (default) or anywhere",
    read: ([text = ""], name) => ({
      controlFrom: readOneOf(name, text, ["loopback", "anywhere"] as const),
    }),
  },
  {
    name: "control-token",
    value: "<text>",
    help: "what callers of the control API have to send as Bearer",
    secret: true,
    read: ([controlToken = ""]) => ({ controlToken }),
  },
  {
    name: "journal-size",
    value: "<n>",
    help: "how many requests are remembered (default 1000)",
    read: ([text = ""], name) => ({ journalSize: readWhole(name, text, 1_000_000) }),
  },
  {
    name: "log",
    value: "<mode>",
    help: "pretty: a line for each request (default); json: the same for programs; silent: none",
    read: ([text = ""], name) => ({
      log: readOneOf(name, text, ["pretty", "json", "silent"] as const),
    }),
  },
];

function readPort(name: string, text: string): number {
  return readWhole(name, text, 65_535);
}

function readWhole(name: string, text: string, max: number): number {
  const value = Number(text);
  if (/^\d{1,7}$/.test(text) && value <= max) return value;
  throw new Error(`${name} must be a whole number from 0 to ${max}, not "${text}"`);
}

function readOneOf<Value extends string>(
  name: string,
  text: string,
  known: readonly Value[],
): Value {
  const found = known.find((one) => one === text);
  if (found) return found;
  throw new Error(`${name} must be ${known.join(", ")}, not "${text}"`);
}

function readSwitch(name: string, text: string): boolean {
  if (["true", "1", "yes", "on"].includes(text)) return true;
  if (["false", "0", "no", "off"].includes(text)) return false;
  throw new Error(`${name} must be true or false, not "${text}"`);
}

function readDelay(name: string, text: string): NonNullable<Serving["delay"]> {
  const [min = "", max] = text.split("-");
  const wanted = /^\d+$/.test(text) ? Number(text) : text;
  if (max === undefined && readDuration(wanted) !== undefined) return wanted;
  const [from, to] = [readDuration(min), readDuration(max)];
  if (from !== undefined && to !== undefined && from <= to) return { min: from, max: to };
  throw new Error(`${name} must be a time such as 250ms or 100ms-2s, not "${text}"`);
}

function readCors(text: string): NonNullable<Serving["cors"]> {
  if (text === "any" || text === "none") return text;
  return text.split(",").map((origin) => origin.trim());
}
