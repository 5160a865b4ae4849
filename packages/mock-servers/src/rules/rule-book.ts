import type { Clock } from "../clock.js";
import { milliseconds } from "../duration.js";
import type { KnownOperation } from "./check-rule.js";
import { checkRule, isAnswerable, isMeant, RuleError } from "./check-rule.js";
import { lookUp, matchesValue } from "./match-value.js";
import type { Rule, RuleMatch } from "./rule.js";
import { RuleCounter } from "./rule-counter.js";

/** Who added a rule: a person or a test, or the scenario that is on. */
export type RuleSource = "own" | "scenario";

/** A rule, and what it has done so far. */
export interface RuleState extends Rule {
  readonly id: string;
  readonly source: RuleSource;
  /** Requests that met what it asks for, `nth`, `probability` and `elapsed` aside. */
  readonly matched: number;
  readonly answered: number;
}

/** The parts of a request that rules look at. */
export interface RuleRequest extends KnownOperation {
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface TakenRule {
  readonly id: string;
  readonly rule: Rule;
  /** Seeded by the servers' seed and the rule's id. */
  readonly random: () => number;
}

export interface RuleBookOptions {
  readonly operations: readonly KnownOperation[];
  readonly clock: Clock;
  readonly seed: string;
}

interface Entry {
  readonly id: string;
  readonly rule: Rule;
  readonly source: RuleSource;
  readonly counter: RuleCounter;
}

/** The rules of a session. Own ones go before those of the scenario, earlier ones before later. */
export class RuleBook {
  readonly #options: RuleBookOptions;
  #entries: Entry[] = [];
  #added = 0;

  constructor(options: RuleBookOptions) {
    this.#options = options;
  }

  /** @throws {RuleError} when it is no rule, or the id is taken. Nothing is added then. */
  add(value: unknown, source: RuleSource = "own"): string {
    const rule = checkRule(value, this.#options.operations);
    if (rule.id === undefined) this.#added += 1;
    const id = rule.id ?? `rule-${this.#added}`;
    if (this.#entries.some((entry) => entry.id === id)) {
      throw new RuleError([{ path: ["id"], message: `there is a rule ${id} already` }]);
    }
    this.#entries.push({ id, rule, source, counter: this.#counter(id, rule) });
    this.#entries.sort((a, b) => rank(a.source) - rank(b.source));
    return id;
  }

  /** Takes the rules of one scenario away and those of another in; ids that are taken get a dash. */
  replaceScenario(rules: readonly Rule[]): void {
    this.clear("scenario");
    for (const rule of rules) {
      const isTaken = this.#entries.some((entry) => entry.id === rule.id);
      this.add(isTaken ? { ...rule, id: `${rule.id}-` } : rule, "scenario");
    }
  }

  list(): RuleState[] {
    return this.#entries.map(({ id, rule, source, counter: { matched, answered } }) => ({
      ...rule,
      id,
      source,
      matched,
      answered,
    }));
  }

  remove(id: string): boolean {
    const before = this.#entries.length;
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
    return this.#entries.length < before;
  }

  /** Removes all rules, or all of one source. */
  clear(source?: RuleSource): void {
    this.#entries = this.#entries.filter((entry) => source && entry.source !== source);
  }

  /** Lets every rule count the request; the first one whose turn it is answers. */
  take(request: RuleRequest): TakenRule | undefined {
    // Nearly always there are none, and this is done for each request.
    if (this.#entries.length === 0) return undefined;
    let taken: Entry | undefined;
    for (const entry of this.#entries) {
      if (!meets(entry.rule, request)) continue;
      const isDue = entry.counter.count(request.headers.authorization ?? "");
      if (isDue) taken ??= entry;
    }
    if (!taken) return undefined;
    const { id, rule, counter } = taken;
    counter.answered += 1;
    for (const { id: other, counter: theirs } of this.#entries) {
      if (rule.answer?.restarts?.includes(other)) theirs.restart();
    }
    return { id, rule, random: counter.random };
  }

  #counter(id: string, rule: Rule): RuleCounter {
    const { clock, seed } = this.#options;
    return new RuleCounter(rule, clock, `${seed}/${id}`);
  }
}

function rank(source: RuleSource): number {
  return source === "own" ? 0 : 1;
}

function meets(rule: Rule, request: RuleRequest): boolean {
  const match: RuleMatch = rule.match ?? {};
  if (!isMeant(match, request) || !isAnswerable(rule, request.operation)) return false;
  const { pathParameters = {}, headers = {}, body = {} } = match;
  return (
    Object.entries(pathParameters).every(([name, value]) =>
      matchesValue(value, request.pathParameters[name]),
    ) &&
    Object.entries(headers).every(([name, value]) =>
      matchesValue(value, request.headers[name.toLowerCase()]),
    ) &&
    Object.entries(body).every(([path, value]) => matchesValue(value, lookUp(request.body, path)))
  );
}

/** A delay in milliseconds; random ones are drawn. */
export function drawDelay(
  delay: NonNullable<Rule["answer"]>["delay"],
  random: () => number,
): number {
  if (delay === undefined) return 0;
  if (typeof delay !== "object") return milliseconds(delay);
  const [min, max] = [milliseconds(delay.min), milliseconds(delay.max)];
  return Math.round(min + random() * (max - min));
}
