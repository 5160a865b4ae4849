import { DEFAULT_SESSION } from "./place.js";
import type { Session } from "./session.js";

/** More than any test run has workers; each holds a journal. */
const MAX_SESSIONS = 200;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export type FoundSession =
  | { readonly ok: true; readonly session: Session }
  | { readonly ok: false; readonly reason: string };

/** The sessions by name; one that is not known yet is opened when it is first asked for. */
export class Sessions {
  readonly main: Session;
  readonly #open: () => Session;
  readonly #sessions = new Map<string, Session>();

  constructor(open: () => Session) {
    this.#open = open;
    this.main = open();
    this.#sessions.set(DEFAULT_SESSION, this.main);
  }

  find(name: string): FoundSession {
    const known = this.#sessions.get(name);
    if (known) return { ok: true, session: known };
    if (!NAME.test(name)) {
      const reason = "A session is named with up to 64 letters, digits, dots, dashes, underscores";
      return { ok: false, reason };
    }
    if (this.#sessions.size >= MAX_SESSIONS) {
      return { ok: false, reason: `There are ${MAX_SESSIONS} sessions, and that is the limit` };
    }
    const session = this.#open();
    this.#sessions.set(name, session);
    return { ok: true, session };
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }

  names(): string[] {
    return [...this.#sessions.keys()];
  }

  /** Forgets a session; the one without a name stays. */
  close(name: string): boolean {
    return name !== DEFAULT_SESSION && this.#sessions.delete(name);
  }
}
