import type { operations } from "@roomkey/blendvision";
import { maskedWhenPrinted } from "@roomkey/http";
import type { MqttConnection } from "../connection.js";
import { jwtExpiry } from "../jwt-expiry.js";
import type { ChatSession } from "../session.js";
import { mqttConnection } from "./mqtt-connection.js";
import { toDate, toRoom } from "./room.js";

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
export interface BlendVisionSession extends ChatSession {
  readonly provider: "blendvision";
  readonly connection: MqttConnection;
  /** What BlendVision answered, with the names of the wire. */
  readonly wire: BlendVisionWire;
}

/**
 * Maps BlendVision's answers to a session. It expires when the chatroom token was issued to expire,
 * else when the configuration says so, else with the `exp` claim of the connection's token.
 */
export function blendvisionSession(
  wire: BlendVisionWire,
  issuedUntil: Date | undefined,
): BlendVisionSession {
  const { chatroom, config } = wire;
  const { user } = config;
  return maskedWhenPrinted<BlendVisionSession>({
    provider: "blendvision",
    room: toRoom(chatroom),
    user: {
      id: user.customer_id,
      name: user.custom_name ?? null,
      role: user.is_admin ? "admin" : "viewer",
      verified: null,
      guest: user.is_guest ?? null,
      deviceId: user.device_id ?? null,
    },
    connection: mqttConnection(config),
    expiresAt:
      issuedUntil ?? toDate(config.token?.expired_at) ?? jwtExpiry(config.connection.token),
    wire,
  });
}
