import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Serving } from "./cli-table.js";
import { CLI_OPTIONS } from "./cli-table.js";
import { isScenarioFile } from "./scenarios/load-scenarios.js";
import { readYaml, YamlError } from "./scenarios/yaml-text.js";

/**
 * Reads options from a YAML or JSON file. Files that it names are relative to it.
 *
 * @throws {Error} with line numbers: `mocks.yaml:2: port must be a whole number …`.
 */
export async function readConfigFile(file: string): Promise<Serving> {
  const { value, lineOf } = await readYamlFile(file);
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new Error(`${file}:1: must hold options, such as port: 4000`);
  }
  const errors: string[] = [];
  const parts = Object.entries(value).map(([name, given]): Serving => {
    try {
      return readOne(file, name, given);
    } catch (error) {
      errors.push(`${file}:${lineOf([name])}: ${(error as Error).message}`);
      return {};
    }
  });
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return Object.assign({}, ...parts) as Serving;
}

function readOne(file: string, name: string, given: unknown): Serving {
  const option = CLI_OPTIONS.find((one) => one.name === name);
  if (!option) {
    const names = CLI_OPTIONS.map((one) => one.name).join(", ");
    throw new Error(`${name} is not known here, only ${names}`);
  }
  const values = [given].flat();
  if (values.some((value) => typeof value === "object")) throw new Error(`${name} must be a value`);
  if (values.length !== 1 && !option.many) throw new Error(`${name} must be one value`);
  const isFile = (text: string): boolean =>
    option.file === true || (name === "scenario" && isScenarioFile(text));
  const texts = values.map(String);
  const folder = dirname(file);
  return option.read(
    texts.map((text) => (isFile(text) ? resolve(folder, text) : text)),
    name,
  );
}

async function readYamlFile(file: string): ReturnType<typeof readYaml> {
  try {
    return await readYaml(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof YamlError) {
      const lines = error.errors.map(({ line, message }) => `${file}:${line}: ${message}`);
      throw new Error(lines.join("\n"), { cause: error });
    }
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : String(code ?? error);
    throw new Error(`${file}: ${reason}`, { cause: error });
  }
}
