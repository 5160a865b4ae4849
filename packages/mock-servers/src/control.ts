import type { ControlClock } from "./control-clock.js";
import { createControlClock } from "./control-clock.js";
import type { JournalEntry } from "./journal.js";
import type { RequestFilter } from "./journal-filter.js";
import { filterEntries } from "./journal-filter.js";
import type { Rule } from "./rules/rule.js";
import type { RuleState } from "./rules/rule-book.js";
import type { Scenario } from "./scenarios/scenario.js";
import type { Session } from "./session.js";
import type { State } from "./state/state.js";

/** What the control API does, for code in the same process. */
export interface Control {
  /** The requests that are meant, oldest first; all that are remembered without a filter. */
  requests(filter?: RequestFilter): JournalEntry[];
  /** How many there are. */
  count(filter?: RequestFilter): number;
  /** Empties the journal. */
  clearRequests(): void;
  /**
   * Adds a rule, behind those that were added before.
   *
   * @returns its id.
   * @throws {RuleError} when it is no rule, or no document holds what it answers.
   */
  addRule(rule: Rule): string;
  /** All rules in the order in which they are asked, and what they have done so far. */
  rules(): RuleState[];
  /** @returns whether there was such a rule. */
  removeRule(id: string): boolean;
  /** Removes all rules, those of the scenario aside. */
  clearRules(): void;
  /** The scenario that is on. */
  scenario(): Scenario;
  /** Those that can be switched to by name. */
  scenarios(): Scenario[];
  /**
   * Switches to a scenario, by name or to one of your own. Rules that were added one by one stay.
   *
   * @throws {RuleError} when there is none of that name, or it holds something that is no rule.
   */
  useScenario(scenario: string | Scenario): void;
  /** The time of the mock servers: tokens expire and `elapsed` passes by it. */
  readonly clock: ControlClock;
  /** What stateful mode remembers; undefined in other modes. */
  readonly state: ControlState | undefined;
  /** Forgets everything: a fresh start between two tests. */
  reset(): void;
}

export interface ControlState {
  /** A copy of everything; of tokens it holds hashes only. */
  snapshot(): State;
  /** @throws {SnapshotError} when it is no snapshot; nothing changes then. */
  restore(snapshot: State): void;
  /** Forgets it all. */
  reset(): void;
}

/** The controls of one session. */
export function createControl(session: Session): Control {
  const requests = (filter: RequestFilter = {}): JournalEntry[] =>
    filterEntries(session.requests(), filter);
  return {
    requests,
    count: (filter) => requests(filter).length,
    clearRequests: () => session.journal.clear(),
    addRule: (rule) => session.rules.add(rule),
    rules: () => session.rules.list(),
    removeRule: (id) => session.rules.remove(id),
    clearRules: () => session.rules.clear("own"),
    scenario: () => session.scenario,
    scenarios: () => session.scenarios.list(),
    useScenario: (scenario) => void session.useScenario(scenario),
    clock: createControlClock(session.clock),
    state: session.state,
    reset: () => session.reset(),
  };
}
