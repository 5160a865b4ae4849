import type { components } from "@roomkey/blendvision";
import type { Room } from "../session.js";
import { toDate } from "./to-date.js";
import { toWord } from "./to-word.js";

/** Maps BlendVision's chatroom to a room. */
export function toRoom(chatroom: components["schemas"]["Chatroom"]): Room {
  return {
    id: chatroom.id,
    kind: "chatroom",
    muted: chatroom.muted ?? null,
    status: toWord(chatroom.status),
    createdAt: toDate(chatroom.created_at),
    updatedAt: toDate(chatroom.updated_at),
  };
}
