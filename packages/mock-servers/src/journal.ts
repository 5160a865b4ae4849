import { inspect } from "node:util";
import type { CredentialKind } from "./credential-kind.js";
import { maskBody, maskPath } from "./mask.js";
import type { Provider } from "./providers.js";
import type { Fault } from "./rules/rule.js";

/**
 * One request that a mock server got, and how it answered.
 *
 * `path` and `body` are what came over the wire, unmasked, so that tests can compare bytes. Printed
 * (`console.log`, `JSON.stringify`, the diff of a failed assertion), an entry masks its secrets.
 */
export interface JournalEntry {
  /** Counts up from 1, cleared journals included. */
  readonly id: number;
  /** Null when the path led to none, on the port that both share. */
  readonly provider: Provider | null;
  /** Null when the request led to no operation of the document. */
  readonly operationId: string | null;
  readonly method: string;
  /** As received: still encoded, query included; without the prefix that chose the provider. */
  readonly path: string;
  /** Names in lower case; the values of secret ones are masked: `Bearer ***`. */
  readonly headers: Readonly<Record<string, string>>;
  /** As received, uncompressed; empty when there was none, more than the limit, or no reading it. */
  readonly body: string;
  /** What the `Authorization` header holds. */
  readonly credential: CredentialKind;
  /** Of the answer. */
  readonly status: number;
  /** Which rules of the document the request broke; empty for a valid one. */
  readonly violations: readonly string[];
  /** Whether the answer was asked for regardless of the request. */
  readonly forced: boolean;
  /** The id of the rule that decided about the answer, null when none did. */
  readonly rule: string | null;
  /** What was done to the answer on its way. */
  readonly fault: Fault | null;
  /** When the request had been read. */
  readonly at: Date;
  /** Milliseconds from then until the answer was ready. */
  readonly durationMs: number;
  /** What went back: secret headers masked, the body as the other one. */
  readonly response: {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** What the journal is told; it counts by itself. */
export type NewEntry = Omit<JournalEntry, "id">;

export type Listener = (entry: JournalEntry) => void;

/** How many characters of paths and bodies are kept; a thousand large bodies would fill the memory. */
const MAX_SIZE = 32 * 1024 * 1024;

/** The last requests, up to a limit; older ones are dropped. */
export class Journal {
  readonly #limit: number;
  readonly #listeners = new Set<Listener>();
  #entries: JournalEntry[] = [];
  #lastId = 0;
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(told: NewEntry): JournalEntry {
    this.#lastId += 1;
    const entry: JournalEntry = Object.assign(Object.create(PRINTED_MASKED), {
      id: this.#lastId,
      ...told,
    });
    this.#entries.push(entry);
    this.#size += sizeOf(entry);
    // Trimmed in slices, because each trim copies what stays.
    if (this.#entries.length >= this.#limit * 2) this.#keep(this.entries());
    while (this.#size > MAX_SIZE) this.#keep(this.#entries.slice(1));
    for (const listener of this.#listeners) listener(entry);
    return entry;
  }

  /** Tells about each request to come, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Oldest first. */
  entries(): JournalEntry[] {
    return this.#limit === 0 ? [] : this.#entries.slice(-this.#limit);
  }

  clear(): void {
    this.#keep([]);
  }

  #keep(entries: JournalEntry[]): void {
    this.#entries = entries;
    this.#size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  }
}

function sizeOf({ path, body, response }: JournalEntry): number {
  return path.length + body.length + response.body.length;
}

/** What all entries inherit; a closure of its own for each would cost time with every request. */
const PRINTED_MASKED: object = Object.create(Object.prototype, {
  toJSON: { value: masked },
  [inspect.custom]: { value: masked },
});

function masked(this: JournalEntry): JournalEntry {
  return {
    ...this,
    path: maskPath(this.path),
    body: maskBody(this.body),
    response: { ...this.response, body: maskBody(this.response.body) },
  };
}
