import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Issue, IssuePath } from "../json-schema.js";
import { findIssues, issueText } from "../json-schema.js";
import type { KnownOperation } from "../rules/check-rule.js";
import { checkRule, RuleError } from "../rules/check-rule.js";
import type { Rule } from "../rules/rule.js";
import type { Scenario } from "./scenario.js";
import { SCENARIO_SCHEMA } from "./scenario.js";
import type { YamlText } from "./yaml-text.js";
import { readYaml, YamlError } from "./yaml-text.js";

/** A scenario file that cannot be used; the message has a line for each thing that is wrong. */
export class ScenarioFileError extends Error {
  override readonly name = "ScenarioFileError";
}

/**
 * Reads a scenario of one's own: `name` (default: that of the file), `description`, `rules`.
 *
 * @throws {ScenarioFileError} with line numbers, as `file.yaml:7: rules[0].match.nth: must be …`.
 */
export async function loadScenarioFile(
  file: string,
  operations: readonly KnownOperation[],
): Promise<Scenario> {
  let yaml: YamlText;
  try {
    yaml = await readYaml(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof YamlError) {
      throw new ScenarioFileError(
        error.errors.map(({ line, message }) => `${file}:${line}: ${message}`).join("\n"),
      );
    }
    throw new ScenarioFileError(`${file}: ${readFailure(error)}`, { cause: error });
  }
  const issues = findScenarioIssues(yaml.value, operations);
  if (issues.length > 0) {
    throw new ScenarioFileError(
      issues.map((issue) => `${file}:${yaml.lineOf(issue.path)}: ${issueText(issue)}`).join("\n"),
    );
  }
  const scenario = yaml.value as Omit<Scenario, "name"> & { readonly name?: string };
  return { ...scenario, name: scenario.name ?? basename(file, extname(file)) };
}

/** Everything that is wrong with a scenario, its rules included. */
export function findScenarioIssues(value: unknown, operations: readonly KnownOperation[]): Issue[] {
  const issues = findIssues(SCENARIO_SCHEMA, value);
  if (issues.length > 0) return issues;
  const { rules } = value as { readonly rules: readonly Rule[] };
  const ids = rules.map(({ id }) => id);
  return rules.flatMap((rule, index) => {
    const path: IssuePath = ["rules", index];
    if (rule.id !== undefined && ids.indexOf(rule.id) < index) {
      return [{ path: [...path, "id"], message: `there is a rule ${rule.id} already` }];
    }
    return findRuleIssues(rule, operations).map((issue) => ({
      ...issue,
      path: [...path, ...issue.path],
    }));
  });
}

function findRuleIssues(rule: Rule, operations: readonly KnownOperation[]): readonly Issue[] {
  try {
    checkRule(rule, operations);
    return [];
  } catch (error) {
    if (error instanceof RuleError) return error.issues;
    throw error;
  }
}

function readFailure(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "there is no such file";
  return error instanceof Error ? error.message : String(error);
}
