import type { operations } from "@roomkey/blendvision";
import type { MqttConnection } from "../connection.js";
import { jwtExpiry } from "../jwt-expiry.js";
import type { ChatSession } from "../session.js";
import { mqttConnection } from "./mqtt-connection.js";
import { toBlockedUser, toPinnedMessage } from "./people.js";
import { toPoll } from "./poll.js";
import { toRoom } from "./room.js";
import { toDate } from "./to-date.js";

type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** The bodies of `getChatroom` and `getChatroomConfig`, as BlendVision sends them. */
export interface BlendVisionWire {
  readonly chatroom: Answer<"getChatroom">["chatroom"];
  readonly config: Answer<"getChatroomConfig">;
}

/** A session on BlendVision One. Prints itself without its secrets. */
export interface BlendVisionSession extends ChatSession<MqttConnection> {
  readonly provider: "blendvision";
  /** What BlendVision answered, with the names of the wire. */
  readonly wire: BlendVisionWire;
}

/**
 * Maps BlendVision's answers to a session. It expires when the chatroom token was issued to expire,
 * else when the configuration says so, else with the `exp` claim of the connection's token.
 */
export function blendvisionSession(
  wire: BlendVisionWire,
  issuedUntil: Date | null,
): BlendVisionSession {
  const { chatroom, config } = wire;
  const { user } = config;
  const isAdmin = user.is_admin === true;
  return {
    provider: "blendvision",
    room: toRoom(chatroom),
    user: {
      id: user.customer_id,
      name: user.custom_name ?? null,
      role: isAdmin ? "admin" : "viewer",
      verified: null,
      guest: user.is_guest ?? null,
      deviceId: user.device_id ?? null,
    },
    connection: mqttConnection(config),
    pinnedMessages: chatroom.pinned_messages?.map(toPinnedMessage) ?? [],
    blockedUsers: chatroom.blocked_users?.map(toBlockedUser) ?? [],
    activePoll: chatroom.active_poll ? toPoll(chatroom.active_poll) : null,
    viewerCount:
      chatroom.viewer_info?.enabled === false ? null : (chatroom.viewer_info?.count ?? null),
    capabilities: { groupChats: false, moderation: isAdmin, polls: true },
    expiresAt:
      issuedUntil ?? toDate(config.token?.expired_at) ?? jwtExpiry(config.connection.token),
    wire,
  };
}
