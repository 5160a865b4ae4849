import { answerRequest } from "./answer-request.js";
import { checkChoice, findOperation } from "./choice.js";
import { Clock } from "./clock.js";
import { credentialKind } from "./credential-kind.js";
import type { ForcedAnswer } from "./forced-answers.js";
import { ForcedAnswers } from "./forced-answers.js";
import type { JournalEntry, Listener } from "./journal.js";
import { Journal } from "./journal.js";
import { maskHeaders } from "./mask.js";
import type { ApiCore, MockApi } from "./mock-api.js";
import { knownOperations } from "./mock-api.js";
import type { Outcome } from "./outcome.js";
import type { Provider } from "./providers.js";
import { seededRandom } from "./random.js";
import { TOO_LARGE } from "./read-body.js";
import type { Received } from "./received.js";
import type { KnownOperation } from "./rules/check-rule.js";
import { RuleError } from "./rules/check-rule.js";
import type { Delay } from "./rules/rule.js";
import { drawDelay, RuleBook } from "./rules/rule-book.js";
import { findScenarioIssues } from "./scenarios/load-scenario-file.js";
import type { Scenario } from "./scenarios/scenario.js";
import type { ScenarioShelf } from "./scenarios/scenario-shelf.js";
import { serialise } from "./serialise.js";
import { StateStore } from "./state/store.js";
import { uncompress } from "./uncompress.js";

export interface SessionOptions {
  readonly journalSize: number;
  readonly onRequest: Listener;
  /** Makes everything random the same each time. */
  readonly seed: string;
  readonly delay: Delay;
  readonly stateful: boolean;
  readonly scenarios: ScenarioShelf;
  /** The one that is on at the start. */
  readonly scenario: string;
}

/**
 * One set of everything that changes: requests seen, answers forced. Test workers that share the
 * servers have one each, so that none disturbs another.
 */
export class Session {
  readonly journal: Journal;
  readonly forced: ForcedAnswers = new ForcedAnswers();
  readonly clock: Clock = new Clock();
  readonly rules: RuleBook;
  /** Undefined unless in stateful mode. */
  readonly state: StateStore | undefined;
  readonly scenarios: ScenarioShelf;
  readonly operations: readonly KnownOperation[];
  readonly #bodyLimit: number;
  readonly #delay: () => number;
  readonly #first: string;
  #scenario: Scenario;
  readonly #apis: ReadonlyMap<Provider, MockApi>;

  constructor(cores: readonly ApiCore[], options: SessionOptions) {
    const { journalSize, onRequest, seed, scenarios, scenario } = options;
    this.journal = new Journal(journalSize);
    this.journal.listen(onRequest);
    this.operations = knownOperations(cores);
    this.#bodyLimit = Math.min(...cores.map(({ bodyLimit }) => bodyLimit));
    const random = seededRandom(`${seed}/delay`);
    this.#delay = () => drawDelay(options.delay, random);
    const { operations, clock, forced } = this;
    const rules = new RuleBook({ operations, clock, seed });
    this.rules = rules;
    this.state = options.stateful ? new StateStore(clock) : undefined;
    const { state } = this;
    this.scenarios = scenarios;
    this.#first = scenario;
    this.#scenario = this.useScenario(scenario);
    this.#apis = new Map(cores.map((core) => [core.provider, { ...core, forced, rules, state }]));
  }

  /** Answers a request of a provider and keeps it in the journal. */
  async answer(provider: Provider, sent: Received): Promise<Outcome> {
    const api = this.#api(provider);
    return this.#keep(provider, sent, (received) => answerRequest(api, received));
  }

  /** Keeps a request in the journal that was refused before its provider looked at it. */
  async refuse(provider: Provider | null, sent: Received, given: Outcome): Promise<Outcome> {
    return this.#keep(provider, sent, () => given);
  }

  async #keep(
    provider: Provider | null,
    sent: Received,
    decide: (received: Received) => Outcome | Promise<Outcome>,
  ): Promise<Outcome> {
    const at = new Date();
    const start = performance.now();
    // Before the journal sees it: secrets in what is compressed could not be masked.
    const received = await uncompress(sent, this.#bodyLimit);
    const answered = await decide(received);
    const text = answered.text ?? serialise(answered.body, answered.headers["content-type"]);
    const outcome = { ...answered, text };
    const { method, target, headers, body } = received;
    this.journal.add({
      provider,
      operationId: outcome.operationId,
      method,
      path: target,
      headers: maskHeaders(headers),
      body: body === TOO_LARGE ? "" : body.toString("utf8"),
      credential: credentialKind(headers.authorization),
      status: outcome.status,
      violations: outcome.violations,
      forced: outcome.forced,
      rule: outcome.rule ?? null,
      fault: outcome.effects?.fault ?? null,
      at,
      durationMs: performance.now() - start,
      response: {
        headers: maskHeaders(outcome.headers),
        body: text,
      },
    });
    const wait = this.#delay();
    if (wait === 0) return outcome;
    const { delayMs = 0, ...effects } = outcome.effects ?? {};
    return { ...outcome, effects: { ...effects, delayMs: delayMs + wait } };
  }

  /**
   * Decides the next answers of an operation.
   *
   * @throws {ChoiceError} when no document holds such an operation, status or example.
   * @throws {RangeError} when `times` is not a whole number of at least 1 (or Infinity).
   */
  force(operationId: string, answer: ForcedAnswer): void {
    const operations = [...this.#apis.values()].flatMap((api) => api.operations);
    checkChoice(findOperation(operations, operationId), answer);
    this.forced.add(operationId, answer);
  }

  /** The scenario that is on. */
  get scenario(): Scenario {
    return this.#scenario;
  }

  /**
   * Switches to a scenario, by name or to one of the caller's own; rules added by hand stay.
   *
   * @throws {RuleError} when there is none of that name, or it has something that is no rule. The
   * one before stays on then.
   */
  useScenario(wanted: string | Scenario): Scenario {
    const next = typeof wanted === "string" ? this.scenarios.find(wanted) : wanted;
    const issues = findScenarioIssues(next, this.operations);
    if (issues.length > 0) throw new RuleError(issues);
    this.rules.replaceScenario(next.rules);
    this.#scenario = next;
    return next;
  }

  /** The last requests, oldest first. */
  requests(): JournalEntry[] {
    return this.journal.entries();
  }

  /** A fresh start. */
  reset(): void {
    this.journal.clear();
    this.forced.clear();
    this.rules.clear();
    this.clock.reset();
    this.state?.reset();
    this.useScenario(this.#first);
  }

  #api(provider: Provider): MockApi {
    const api = this.#apis.get(provider);
    if (!api) throw new Error(`no provider ${provider}`);
    return api;
  }
}
