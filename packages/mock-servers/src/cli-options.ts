import { parseArgs } from "node:util";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";

/** What the command line asks for. */
export type Command =
  | { readonly run: "help" }
  | { readonly run: "version" }
  | { readonly run: "wrong"; readonly message: string }
  | {
      readonly run: "serve";
      readonly host: string;
      readonly ibmVideoPort: number;
      readonly blendvisionPort: number;
      readonly log: LogMode;
    };

export type LogMode = "pretty" | "json" | "silent";

const LOG_MODES: readonly LogMode[] = ["pretty", "json", "silent"];

export const HELP: string = `Usage: roomkey-mocks [options]

Starts mock servers for ${IBM_VIDEO.title} and ${BLENDVISION.title}.

Options:
  --ibm-video-port <port>    port of the IBM Video mock, 0 for any free one (default ${IBM_VIDEO.defaultPort})
  --blendvision-port <port>  port of the BlendVision mock, 0 for any free one (default ${BLENDVISION.defaultPort})
  --host <address>           address to listen on (default 127.0.0.1; 0.0.0.0 for every network)
  --log <mode>               pretty: a line for each request; json: the same for programs;
                             silent: only where the servers are (default pretty)
  --version                  print the version
  --help                     print this

In a request, the header Prefer chooses the answer:
  Prefer: code=402               a documented status, once the request is valid
  Prefer: code=402, force=true   the same, whatever the request looks like
  Prefer: example=vendor         a named example of the document
  Prefer: dynamic=true, seed=7   values made up from the schema

The answer's header x-roomkey-violations says which rules the request broke.

Exit status: 0 stopped by Ctrl-C or a signal, 1 could not start, 2 wrong option.
`;

/** Reads the command line, without the names of the program. */
export function readCommand(args: readonly string[]): Command {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
        host: { type: "string", default: "127.0.0.1" },
        "ibm-video-port": { type: "string", default: String(IBM_VIDEO.defaultPort) },
        "blendvision-port": { type: "string", default: String(BLENDVISION.defaultPort) },
        log: { type: "string", default: "pretty" },
      },
    });
    if (values.help) return { run: "help" };
    if (values.version) return { run: "version" };
    return {
      run: "serve",
      host: values.host,
      ibmVideoPort: readPort(IBM_VIDEO.portFlag, values["ibm-video-port"]),
      blendvisionPort: readPort(BLENDVISION.portFlag, values["blendvision-port"]),
      log: readLogMode(values.log),
    };
  } catch (error) {
    return { run: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

function readPort(flag: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new Error(`--${flag} must be a whole number from 0 to 65535, not "${text}"`);
}

function readLogMode(text: string): LogMode {
  const mode = LOG_MODES.find((known) => known === text);
  if (mode) return mode;
  throw new Error(`--log must be ${LOG_MODES.join(", ")}, not "${text}"`);
}
