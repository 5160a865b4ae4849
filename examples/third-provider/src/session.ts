import type { ChatSession } from "roomkey";
import type { VisitWire } from "./operations.js";

/** What a WebSocket client needs. Prints itself without its secret. */
export interface PlazaConnection {
  readonly protocol: "websocket";
  /** Argument of `new WebSocket(url)`. */
  readonly url: string;
  /** Sent as the first frame. A secret of this visit. */
  readonly token: string;
}

/** A session on Plaza. */
export interface PlazaSession extends ChatSession<PlazaConnection> {
  readonly provider: "plaza";
  /** What Plaza answered, with the names of the wire. */
  readonly wire: VisitWire;
}

/** Maps Plaza's answer to a session; what Plaza does not say is null. */
export function plazaSession(wire: VisitWire): PlazaSession {
  const { room, visitor, socket } = wire;
  return {
    provider: "plaza",
    room: {
      id: room.slug,
      kind: "room",
      muted: !room.open,
      status: null,
      createdAt: toDate(room.opened_at),
      updatedAt: null,
    },
    user: {
      id: visitor.id,
      name: visitor.nickname ?? null,
      role: visitor.host ? "admin" : "viewer",
      verified: null,
      guest: null,
      deviceId: null,
    },
    connection: { protocol: "websocket", url: socket.url, token: socket.token },
    pinnedMessages: null,
    blockedUsers: null,
    activePoll: null,
    viewerCount: room.visitors ?? null,
    capabilities: { groupChats: false, moderation: visitor.host, polls: false },
    expiresAt: toDate(socket.expires_at),
    wire,
  };
}

/** null for what is no time: an invalid date would do harm far from here. */
function toDate(text: string): Date | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date;
}
