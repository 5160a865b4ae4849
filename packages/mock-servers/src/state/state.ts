/** Everything that stateful mode knows; plain JSON, so that it can be saved and brought back. */
export interface State {
  readonly version: 1;
  /** Ids are made from it: the same calls get the same ids. */
  made: number;
  /** By id. */
  readonly rooms: Record<string, Room>;
  /** By the hash of the refresh token. */
  readonly refreshTokens: Record<string, RefreshToken>;
  /** IBM access tokens, by the hash of each. */
  readonly accessTokens: Record<string, AccessToken>;
  /** IBM refresh tokens, by the hash of each. */
  readonly accessRefreshTokens: Record<string, AccessRefreshToken>;
  /** IBM group chats, by id. */
  readonly groups: Record<string, Group>;
}

export interface Room {
  readonly id: string;
  readonly organizationId: string;
  readonly createdAt: string;
  readonly counters: readonly string[];
}

/** Who a chatroom token is for. */
export interface Holder {
  readonly roomId: string;
  readonly organizationId: string;
  readonly subject: string;
  readonly deviceId: string;
  readonly name: string;
  readonly role: "ROLE_VIEWER" | "ROLE_ADMIN";
  readonly guest: boolean;
}

export interface RefreshToken extends Holder {
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface AccessToken {
  readonly expiresAt: number;
  /** Null for one that names nobody. */
  readonly userName: string | null;
  readonly userId: string;
}

export interface AccessRefreshToken {
  readonly clientId: string;
  readonly expiresAt: number;
}

export interface Group {
  readonly id: string;
  readonly channelId: string;
  readonly name: string | null;
  readonly participantIds: readonly string[];
}

/** How much is kept of each kind; a fuzzer would otherwise fill the memory. */
const MAX_KEPT = 2000;

export function emptyState(): State {
  return {
    version: 1,
    made: 0,
    rooms: {},
    refreshTokens: {},
    accessTokens: {},
    accessRefreshTokens: {},
    groups: {},
  };
}

/** Adds something; the oldest makes room for it when there is too much. */
export function keep<Value>(
  kind: Record<string, Value>,
  counts: Map<object, number>,
  key: string,
  value: Value,
): void {
  const count = counts.get(kind) ?? Object.keys(kind).length;
  kind[key] = value;
  if (count < MAX_KEPT) {
    counts.set(kind, count + 1);
    return;
  }
  for (const oldest in kind) {
    delete kind[oldest];
    return;
  }
}
