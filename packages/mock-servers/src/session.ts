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
import type { Outcome } from "./outcome.js";
import type { Provider } from "./providers.js";
import { TOO_LARGE } from "./read-body.js";
import type { Received } from "./received.js";
import { RuleBook } from "./rules/rule-book.js";
import { serialise } from "./serialise.js";

export interface SessionOptions {
  readonly journalSize: number;
  readonly onRequest: Listener;
  /** Makes everything random the same each time. */
  readonly seed: string;
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
  readonly #apis: ReadonlyMap<Provider, MockApi>;

  constructor(cores: readonly ApiCore[], { journalSize, onRequest, seed }: SessionOptions) {
    this.journal = new Journal(journalSize);
    this.journal.listen(onRequest);
    const operations = cores.flatMap(({ provider, operations: own }) =>
      own.map((operation) => ({ provider, operation })),
    );
    this.rules = new RuleBook({ operations, clock: this.clock, seed });
    const { forced, rules } = this;
    this.#apis = new Map(cores.map((core) => [core.provider, { ...core, forced, rules }]));
  }

  /** Answers a request and keeps it in the journal. */
  async answer(provider: Provider, received: Received, given?: Outcome): Promise<Outcome> {
    const at = new Date();
    const start = performance.now();
    const outcome = given ?? (await answerRequest(this.#api(provider), received));
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
        body: outcome.text ?? serialise(outcome.body, outcome.headers["content-type"]),
      },
    });
    return outcome;
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
  }

  #api(provider: Provider): MockApi {
    const api = this.#apis.get(provider);
    if (!api) throw new Error(`no provider ${provider}`);
    return api;
  }
}
