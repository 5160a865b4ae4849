import { ChoiceError, checkChoice } from "../choice.js";
import { milliseconds } from "../duration.js";
import type { Issue } from "../json-schema.js";
import { findIssues, issueText } from "../json-schema.js";
import type { Operation } from "../operations.js";
import type { Provider } from "../providers.js";
import { type Delay, hasOwnBody, type Rule, type RuleMatch } from "./rule.js";
import { RULE_SCHEMA } from "./rule-schema.js";

/** Something about a rule that cannot be; the message and `issues` say where. */
export class RuleError extends Error {
  override readonly name = "RuleError";
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(`This is no rule: ${issues.map(issueText).join("; ")}`);
    this.issues = issues;
  }
}

export interface KnownOperation {
  readonly provider: Provider;
  readonly operation: Operation;
}

/** @throws {RuleError} when the rule is malformed, or asks for what no document holds. */
export function checkRule(value: unknown, known: readonly KnownOperation[]): Rule {
  const issues = findIssues(RULE_SCHEMA, value);
  if (issues.length > 0) throw new RuleError(issues);
  const rule = value as Rule;
  const more = [...findInMatch(rule.match ?? {}, known), ...findInAnswer(rule, known)];
  if (more.length > 0) throw new RuleError(more);
  return rule;
}

/** Whether a document holds what the rule answers an operation with. */
export function isAnswerable({ answer = {} }: Rule, operation: Operation): boolean {
  return hasOwnBody(answer) || findChoiceIssue(operation, answer) === undefined;
}

/** The operations that a rule may answer, as far as names tell. */
export function isMeant({ provider, operationId }: RuleMatch, known: KnownOperation): boolean {
  if (provider !== undefined && provider !== known.provider) return false;
  return operationId === undefined || [operationId].flat().includes(known.operation.id);
}

function findInMatch(match: RuleMatch, known: readonly KnownOperation[]): Issue[] {
  const issues: Issue[] = [];
  const ids = known.map(({ operation }) => operation.id);
  for (const id of [match.operationId ?? []].flat()) {
    if (ids.includes(id)) continue;
    const message = `no document holds ${id}, only ${ids.join(", ")}`;
    issues.push({ path: ["match", "operationId"], message });
  }
  for (const where of ["pathParameters", "headers", "body"] as const) {
    for (const [name, value] of Object.entries(match[where] ?? {})) {
      if (typeof value !== "object" || value === null || value.pattern === undefined) continue;
      if (isPattern(value.pattern)) continue;
      const path = ["match", where, name, "pattern"];
      issues.push({ path, message: "must be a regular expression" });
    }
  }
  const { nth, elapsed } = match;
  if (typeof nth === "object" && nth.to !== undefined && nth.to < (nth.from ?? 1)) {
    issues.push({ path: ["match", "nth", "to"], message: "must not be less than from" });
  }
  if (elapsed?.to !== undefined && milliseconds(elapsed.to) < milliseconds(elapsed.from ?? 0)) {
    issues.push({ path: ["match", "elapsed", "to"], message: "must not be less than from" });
  }
  return issues;
}

function findInAnswer(rule: Rule, known: readonly KnownOperation[]): Issue[] {
  const { match = {}, answer = {} } = rule;
  const issues: Issue[] = [];
  for (const name of ["delay", "bodyDelay"] as const) {
    if (isUpsideDown(answer[name])) {
      issues.push({ path: ["answer", name, "max"], message: "must not be less than min" });
    }
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) {
    if (/^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e]*$/.test(String(value))) continue;
    issues.push({ path: ["answer", "headers", name], message: "must be a header" });
  }
  const meant = known.filter((one) => isMeant(match, one));
  if (meant.length > 0 && !meant.some(({ operation }) => isAnswerable(rule, operation))) {
    const [first] = meant;
    const message = first ? (findChoiceIssue(first.operation, answer) ?? "") : "";
    const hint = answer.status === undefined ? "" : "; an answer with a body of its own may";
    issues.push({ path: ["answer"], message: `${message}${hint}` });
  }
  return issues;
}

function findChoiceIssue(operation: Operation, answer: Rule["answer"] = {}): string | undefined {
  const { status, example, dynamic } = answer;
  // A page of a proxy has a status that no document of the provider knows.
  if (answer.fault === "html-error") return undefined;
  try {
    checkChoice(operation, {
      ...(status !== undefined && { status }),
      ...(example !== undefined && { example }),
      ...(dynamic !== undefined && { dynamic }),
    });
    return undefined;
  } catch (error) {
    if (error instanceof ChoiceError) return error.message;
    throw error;
  }
}

function isUpsideDown(delay: Delay | undefined): boolean {
  return typeof delay === "object" && milliseconds(delay.max) < milliseconds(delay.min);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
