import type { Connection } from "./connection.js";

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

/** Who you are in the room. */
export interface User {
  readonly id: string;
  /** Display name; null where there is none. */
  readonly name: string | null;
  /** null where the provider does not say. */
  readonly role: "admin" | "viewer" | null;
  /** Whether the credential told the provider who you are; null where it does not say. */
  readonly verified: boolean | null;
  /** Whether the provider made this user up for you; null where it does not say. */
  readonly guest: boolean | null;
  readonly deviceId: string | null;
}

/** The result of opening a room: which room, who you are in it, how to connect, until when. */
export interface ChatSession {
  /** The provider, for instance `ibm-video`. */
  readonly provider: string;
  readonly room: Room;
  readonly user: User;
  readonly connection: Connection;
  /** When the connection's credentials stop working; null where nothing says so. */
  readonly expiresAt: Date | null;
}
