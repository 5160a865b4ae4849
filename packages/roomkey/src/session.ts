import type { AnyConnection, Connection } from "./connection.js";

/** Where people chat. */
export interface Room {
  readonly id: string;
  /** The provider's word for the kind of room: `chatroom`. */
  readonly kind: string;
  /** Whether viewers may not write; null where the provider does not say. */
  readonly muted: boolean | null;
  /** `active`, `inactive`, or a later word of the provider's; null where it does not say. */
  readonly status: "active" | "inactive" | (string & {}) | null;
  readonly createdAt: Date | null;
  readonly updatedAt: Date | null;
}

/** Somebody in the room. */
export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly deviceId: string | null;
}

/** Who you are in the room. */
export interface User extends Person {
  /** null where the provider does not say. */
  readonly role: "admin" | "viewer" | null;
  /** Whether the credential told the provider who you are; null where it does not say. */
  readonly verified: boolean | null;
  /** Whether the provider made this user up for you; null where it does not say. */
  readonly guest: boolean | null;
}

/** A message that an admin has pinned. */
export interface PinnedMessage {
  readonly id: string;
  readonly text: string;
  readonly sender: Person;
  readonly pinnedBy: Person;
}

/** Somebody whom an admin has blocked. */
export interface BlockedUser extends Person {
  readonly blockedBy: Person;
}

/** A poll that people vote in now. */
export interface Poll {
  readonly id: string;
  /** `single_choice`, `multi_choice`, or a later word; null where the provider does not say. */
  readonly kind: string | null;
  /** `queued`, `active`, `closed`, `archived`, or a later word; null where it does not say. */
  readonly status: string | null;
  readonly question: string | null;
  readonly options: readonly PollOption[];
  readonly votes: number | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** One answer of a poll. */
export interface PollOption {
  readonly id: string | null;
  readonly text: string;
  /** Whether this is the right answer. */
  readonly correct: boolean | null;
  readonly votes: number | null;
}

/** What can be done in this session. */
export interface Capabilities {
  /** Starting chats with some of the people in the room. */
  readonly groupChats: boolean;
  /** Muting, pinning and blocking, by this user; null where the provider does not say. */
  readonly moderation: boolean | null;
  readonly polls: boolean;
}

/** The result of opening a room: which room, who you are in it, how to connect, until when. */
export interface ChatSession<OfConnection extends AnyConnection = Connection> {
  /** The provider, for instance `ibm-video`. */
  readonly provider: string;
  readonly room: Room;
  readonly user: User;
  /** How to connect, told apart by `protocol`. */
  readonly connection: OfConnection;
  /** null where the provider does not say which messages are pinned. */
  readonly pinnedMessages: readonly PinnedMessage[] | null;
  /** null where the provider does not say who is blocked. */
  readonly blockedUsers: readonly BlockedUser[] | null;
  readonly activePoll: Poll | null;
  /** How many people watch; null where the provider does not say. */
  readonly viewerCount: number | null;
  readonly capabilities: Capabilities;
  /** When the connection's credentials stop working; null where nothing says so. */
  readonly expiresAt: Date | null;
}

/** A session of whatever platform. */
export type AnySession = ChatSession<AnyConnection>;
