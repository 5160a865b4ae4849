import { createHash } from "node:crypto";
import type { Clock } from "../clock.js";
import type { Issue, Schema } from "../json-schema.js";
import { findIssues, issueText } from "../json-schema.js";
import { object } from "../rules/rule-schema.js";
import type { State } from "./state.js";
import { emptyState, keep } from "./state.js";

/** Text that is no snapshot. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}

type Kind = "rooms" | "refreshTokens" | "accessTokens" | "accessRefreshTokens" | "groups";
type ValueOf<Name extends Kind> = State[Name][string];

/** Remembers what stateful mode has made. */
export class StateStore {
  readonly clock: Clock;
  #state: State = emptyState();
  #counts = new Map<object, number>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Counts up from 1; ids are made from it. */
  next(): number {
    this.#state.made += 1;
    return this.#state.made;
  }

  get<Name extends Kind>(kind: Name, key: string): ValueOf<Name> | undefined {
    const all = this.#state[kind];
    return Object.hasOwn(all, key) ? (all[key] as ValueOf<Name>) : undefined;
  }

  put<Name extends Kind>(kind: Name, key: string, value: ValueOf<Name>): void {
    keep(this.#state[kind] as Record<string, ValueOf<Name>>, this.#counts, key, value);
  }

  /** A copy of everything. Of tokens it holds hashes only. */
  snapshot(): State {
    return structuredClone(this.#state);
  }

  /** @throws {SnapshotError} when it is none; nothing changes then. */
  restore(snapshot: unknown): void {
    const issues = findIssues(SNAPSHOT_SCHEMA, snapshot);
    if (issues.length > 0) throw new SnapshotError(describe(issues));
    this.#state = structuredClone(snapshot) as State;
    this.#counts = new Map();
  }

  reset(): void {
    this.#state = emptyState();
    this.#counts = new Map();
  }
}

/** What stands for a token in the state, so that a snapshot gives none away. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

const TEXT: Schema = { type: "string" };
const NUMBER: Schema = { type: "number" };
const TEXTS: Schema = { type: "array", items: TEXT };

const HOLDER: Readonly<Record<string, Schema>> = {
  roomId: TEXT,
  organizationId: TEXT,
  subject: TEXT,
  deviceId: TEXT,
  name: TEXT,
  role: { type: "string", enum: ["ROLE_VIEWER", "ROLE_ADMIN"] },
  guest: { type: "boolean" },
};

const NULLABLE: Schema = { anyOf: [TEXT, { type: "null" }] };

function mapOf(properties: Readonly<Record<string, Schema>>): Schema {
  return { type: "object", additionalProperties: object(properties, Object.keys(properties)) };
}

/** What a snapshot looks like. */
export const SNAPSHOT_SCHEMA: Schema = object(
  {
    version: { type: "integer", minimum: 1, maximum: 1 },
    made: { type: "integer", minimum: 0 },
    rooms: mapOf({ id: TEXT, organizationId: TEXT, createdAt: TEXT, counters: TEXTS }),
    refreshTokens: mapOf({ ...HOLDER, expiresAt: NUMBER }),
    accessTokens: mapOf({ expiresAt: NUMBER, userName: NULLABLE, userId: TEXT }),
    accessRefreshTokens: mapOf({ clientId: TEXT, expiresAt: NUMBER }),
    groups: mapOf({ id: TEXT, channelId: TEXT, name: NULLABLE, participantIds: TEXTS }),
  },
  ["version", "made", "rooms", "refreshTokens", "accessTokens", "accessRefreshTokens", "groups"],
);

function describe(issues: readonly Issue[]): string {
  return `This is no snapshot: ${issues.slice(0, 10).map(issueText).join("; ")}`;
}
