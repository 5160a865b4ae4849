import type { components } from "@roomkey/blendvision";
import type { Room } from "../session.js";

/** Maps BlendVision's chatroom to a room. */
export function toRoom(chatroom: components["schemas"]["Chatroom"]): Room {
  return {
    id: chatroom.id,
    kind: "chatroom",
    muted: chatroom.muted ?? null,
    status: toStatus(chatroom.status),
    createdAt: toDate(chatroom.created_at),
    updatedAt: toDate(chatroom.updated_at),
  };
}

/** `CHAT_STATUS_ACTIVE` is `active`; what is absent or unspecified is null. */
function toStatus(status: string | null | undefined): string | null {
  const word = status?.replace(/^CHAT_STATUS_/, "").toLowerCase() ?? "unspecified";
  return word === "unspecified" ? null : word;
}

/** An RFC 3339 time as a date; null where it is absent or no time. */
export function toDate(time: string | null | undefined): Date | null {
  const date = new Date(time ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}
