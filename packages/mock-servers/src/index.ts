export { ChoiceError } from "./choice.js";
export type { Control, ControlState } from "./control.js";
export type { ControlClock } from "./control-clock.js";
export type { CredentialKind } from "./credential-kind.js";
export type { Duration } from "./duration.js";
export type {
  AnswerOptions,
  Engine,
  EngineAnswer,
  EngineFactory,
  EngineRequest,
} from "./engine.js";
export type { ForcedAnswer } from "./forced-answers.js";
export type { JournalEntry } from "./journal.js";
export type { RequestFilter } from "./journal-filter.js";
export type { Tls } from "./mock-server.js";
export type { MockServersOptions } from "./options.js";
export { PortTakenError } from "./port-taken-error.js";
export type { Provider } from "./providers.js";
export { RULE_HEADER } from "./rule-header.js";
export { RuleError } from "./rules/check-rule.js";
export type {
  Delay,
  Fault,
  NthMatch,
  Rule,
  RuleAnswer,
  RuleMatch,
  ValueMatch,
} from "./rules/rule.js";
export type { RuleState } from "./rules/rule-book.js";
export { ScenarioFileError } from "./scenarios/load-scenario-file.js";
export type { Scenario } from "./scenarios/scenario.js";
export type { MockServers } from "./start-mock-servers.js";
export { startMockServers } from "./start-mock-servers.js";
export type { State } from "./state/state.js";
export { SnapshotError } from "./state/store.js";
export { VIOLATIONS_HEADER } from "./violations-header.js";
