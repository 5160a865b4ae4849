import { parseArgs } from "node:util";

export interface Options {
  readonly build: boolean;
  readonly port: number;
  readonly help: boolean;
}

export const help = `Usage: npm run docs [-- --build | --port <number>]

Builds the reference pages into tools/reference/dist and serves them on 127.0.0.1, with both mock
servers for trying. Opens no browser: the address is printed.

  --build          build only; the pages then expect the mock servers of npm start, at 4010 and 4011
  --port <number>  where to serve; 0 takes a free port (default: 4020)
  --help           this text`;

/** Reads the command line; a text says what is wrong with it. */
export function parseOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        build: { type: "boolean", default: false },
        port: { type: "string", default: "4020" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535) {
      return `--port takes a number from 0 to 65535, not ${JSON.stringify(values.port)}`;
    }
    return { ...values, port };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
