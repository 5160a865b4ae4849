import type { JournalEntry } from "./journal.js";
import type { RequestFilter } from "./journal-filter.js";
import { filterEntries } from "./journal-filter.js";
import type { Session } from "./session.js";

/** What the control API does, for code in the same process. */
export interface Control {
  /** The requests that are meant, oldest first; all that are remembered without a filter. */
  requests(filter?: RequestFilter): JournalEntry[];
  /** How many there are. */
  count(filter?: RequestFilter): number;
  /** Empties the journal. */
  clearRequests(): void;
  /** Forgets everything: a fresh start between two tests. */
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
    reset: () => session.reset(),
  };
}
