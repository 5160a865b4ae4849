export { ChoiceError } from "./choice.js";
export type { ForcedAnswer } from "./forced-answers.js";
export type { JournalEntry } from "./journal.js";
export type { MockServersOptions } from "./options.js";
export { PortTakenError } from "./port-taken-error.js";
export type { Provider } from "./providers.js";
export type { MockServers } from "./start-mock-servers.js";
export { startMockServers } from "./start-mock-servers.js";
export { VIOLATIONS_HEADER } from "./violations-header.js";
