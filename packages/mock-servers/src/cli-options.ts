import { parseArgs } from "node:util";
import type { CliOption, LogMode, Serving } from "./cli-table.js";
import { CLI_OPTIONS } from "./cli-table.js";
import { readConfigFile } from "./config-file.js";
import { BLENDVISION, IBM_VIDEO } from "./providers.js";

/** What the command line asks for. */
export type Command =
  | { readonly run: "help" }
  | { readonly run: "version" }
  | { readonly run: "wrong"; readonly message: string }
  | ({ readonly run: "serve"; readonly log: LogMode; readonly config?: string } & Omit<
      Serving,
      "log"
    >);

type Environment = Readonly<Record<string, string | undefined>>;

const FLAGS = CLI_OPTIONS.filter(({ secret }) => !secret);

export const HELP: string = `Usage: roomkey-mocks [options]

Starts mock servers for ${IBM_VIDEO.title} and ${BLENDVISION.title}.

Options:
${FLAGS.map(helpLine).join("\n")}
${line("--config <file>", "a YAML file with these options, without the dashes: port: 4000")}
${line("--version", "print the version")}
${line("--help", "print this")}

Each option has an environment variable: --log is ROOMKEY_MOCKS_LOG. A flag goes before a variable, a
variable before the config file. The control token has no flag: ROOMKEY_MOCKS_CONTROL_TOKEN, or control-token
in the config file.

In a request, the header Prefer chooses the answer:
  Prefer: code=402               a documented status, once the request is valid
  Prefer: code=402, force=true   the same, whatever the request looks like
  Prefer: example=vendor         a named example of the document
  Prefer: dynamic=true, seed=7   values made up from the schema

The answer's header x-roomkey-violations says which rules the request broke. While the servers run, their
control API under /__roomkey shows what came in and decides what goes back; /__roomkey/openapi.json
describes it.

Exit status: 0 stopped by Ctrl-C or a signal, 1 could not start, 2 wrong option, config or scenario.
`;

/** Reads the command line, without the names of the program, the environment and the config file. */
export async function readCommand(
  args: readonly string[],
  environment: Environment = {},
): Promise<Command> {
  try {
    const { values } = parseArgs({ args: [...args], strict: true, options: parseOptions() });
    if (values.help) return { run: "help" };
    if (values.version) return { run: "version" };
    const file = values.config ?? environment.ROOMKEY_MOCKS_CONFIG;
    const config = file === undefined ? undefined : String(file);
    const serving: Serving = {
      ...(config !== undefined && (await readConfigFile(config))),
      ...readEnvironment(environment),
      ...readFlags(values),
    };
    if ((serving.tlsCert === undefined) !== (serving.tlsKey === undefined)) {
      throw new Error("--tls-cert and --tls-key are needed together");
    }
    return { run: "serve", log: "pretty", ...serving, ...(config !== undefined && { config }) };
  } catch (error) {
    return { run: "wrong", message: error instanceof Error ? error.message : String(error) };
  }
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parseOptions(): NonNullable<Parameters<typeof parseArgs>[0]>["options"] & object {
  const own = FLAGS.map(({ name, value, many }) => [
    name,
    { type: value ? ("string" as const) : ("boolean" as const), multiple: many ?? false },
  ]);
  return {
    ...Object.fromEntries(own),
    config: { type: "string" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
  };
}

function readFlags(values: Values): Serving {
  return readAll((option) => {
    const given = values[option.name];
    if (given === undefined) return undefined;
    return [[given].flat().map(String), `--${option.name}`];
  });
}

function readEnvironment(environment: Environment): Serving {
  return readAll((option) => {
    const variable = `ROOMKEY_MOCKS_${option.name.toUpperCase().replaceAll("-", "_")}`;
    const text = environment[variable];
    if (text === undefined || text === "") return undefined;
    return [option.many ? text.split(",") : [text], variable];
  });
}

function readAll(
  find: (option: CliOption) => [values: string[], name: string] | undefined,
): Serving {
  const parts = CLI_OPTIONS.map((option): Serving => {
    const found = find(option);
    return found ? option.read(...found) : {};
  });
  return Object.assign({}, ...parts) as Serving;
}

function helpLine({ name, value, help }: CliOption): string {
  return line(`--${name}${value ? ` ${value}` : ""}`, help);
}

function line(flag: string, help: string): string {
  return `  ${flag.padEnd(27)}${help}`;
}
