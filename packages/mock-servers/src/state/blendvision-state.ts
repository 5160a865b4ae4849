import { readCounters, roomBody } from "./chatroom-body.js";
import { signJwt, signText, verifyJwt } from "./jwt.js";
import type { Holder, Room } from "./state.js";
import type { StateCall, StateGate, StateHandler, StateRefusal } from "./state-call.js";
import { answer, credentialOf, refuse, text, uuid } from "./state-call.js";
import { hashToken } from "./store.js";

/** Seconds. Seven days, as in the vendor's example. */
const LIFETIME_S = 604_800;
const REFRESH_LIFETIME_S = 2_592_000;

/** The chatrooms of BlendVision: rooms exist, tokens are checked, roles matter. */
export const BLENDVISION_STATE: Readonly<Record<string, StateHandler>> = {
  createChatroom: (call) => {
    const { store, body } = call;
    const room: Room = {
      id: uuid(store.next()),
      organizationId: organizationOf(call),
      createdAt: timeOf(store.clock.now()),
      counters: readCounters(body),
    };
    store.put("rooms", room.id, room);
    return answer(roomBody(room));
  },

  createChatroomToken: (call) => {
    const { store, body, pathParameters } = call;
    const room = store.get("rooms", pathParameters.id ?? "");
    if (!room) return refuse(404, "not-found", "There is no chatroom with this id");
    if (room.organizationId !== organizationOf(call)) {
      return refuse(403, "permission-denied", "The chatroom belongs to another organization");
    }
    const now = store.clock.now();
    const wanted = text(body, "expired_at");
    const expiresAt = wanted === undefined ? now + LIFETIME_S * 1000 : Date.parse(wanted);
    if (!(expiresAt > now)) {
      return refuse(400, "invalid-argument", "Request body property expired_at is in the past");
    }
    const n = store.next();
    const role = text(body, "role") === "ROLE_ADMIN" ? "ROLE_ADMIN" : "ROLE_VIEWER";
    const holder: Holder = {
      roomId: room.id,
      organizationId: room.organizationId,
      subject: text(body, "subject") || uuid(n),
      deviceId: text(body, "device_id") || uuid(n),
      name: text(body, "name") || (role === "ROLE_ADMIN" ? "Admin" : "Guest"),
      role,
      guest: !text(body, "subject"),
    };
    // Long enough not to be guessed by accident, and the same in every run.
    const refreshToken = `roomkey-mock-refresh-token-${n}-${hashToken(`${n}/${room.id}`).slice(0, 16)}`;
    const refreshExpiresAt = now + REFRESH_LIFETIME_S * 1000;
    store.put("refreshTokens", hashToken(refreshToken), { ...holder, expiresAt: refreshExpiresAt });
    return answer({
      token: issue(holder, now, expiresAt),
      expires_in: seconds(expiresAt - now),
      refresh_token: refreshToken,
      refresh_expires_in: REFRESH_LIFETIME_S,
    });
  },

  refreshChatroomToken: ({ store, body }) => {
    const found = store.get("refreshTokens", hashToken(text(body, "refresh_token") ?? ""));
    if (!found) return refuse(401, "unauthenticated", "The refresh token was not issued here");
    const now = store.clock.now();
    if (found.expiresAt <= now) return refuse(401, "expired", "The refresh token has expired");
    const { expiresAt: _, ...holder } = found;
    const expiresAt = now + LIFETIME_S * 1000;
    return answer({ token: issue(holder, now, expiresAt), expires_in: LIFETIME_S });
  },

  getChatroom: (call) => {
    const opened = open(call);
    return "kind" in opened ? opened : answer(roomBody(opened.room));
  },

  getChatroomConfig: (call) => {
    const opened = open(call);
    if ("kind" in opened) return opened;
    const { room, holder, expiresAt } = opened;
    const { subject: sub, deviceId, organizationId } = holder;
    const clientId = `${room.id}/${sub}/${deviceId}`;
    const credential = signJwt({
      sub,
      tenant_id: organizationId,
      chat_id: room.id,
      type: "mqtt",
      exp: seconds(expiresAt),
    });
    return answer({
      connection: {
        endpoint: "mqtt.example.com",
        authorizer: "roomkey-mock-authorizer",
        token: credential,
        signature: signText(credential),
        client_id: clientId,
      },
      topic: {
        pub: `roomkey-mock/chatrooms/${room.id}/in`,
        sub: `roomkey-mock/chatrooms/${room.id}/out`,
      },
      user: {
        is_admin: holder.role === "ROLE_ADMIN",
        is_guest: holder.guest,
        customer_id: sub,
        device_id: deviceId,
        custom_name: holder.name,
      },
      token: { expired_at: timeOf(expiresAt) },
    });
  },
};

/** Whose credential is looked at before the rest of a request. */
export const BLENDVISION_GATES: Readonly<Record<string, StateGate>> = {
  createChatroom: refuseServer,
  createChatroomToken: refuseServer,
  getChatroom: refuseViewer,
  getChatroomConfig: refuseViewer,
};

/** Calls for servers want an API token; any will do, but a viewer's chatroom token is none. */
function refuseServer(call: StateCall): StateRefusal | undefined {
  if (verifyJwt(credentialOf(call))?.type !== "chatroom") return undefined;
  return refuse(403, "permission-denied", "A chatroom token does not allow this call");
}

/** Calls for viewers want a chatroom token that was issued here and is still good. */
function refuseViewer(call: StateCall): StateRefusal | undefined {
  const claims = verifyJwt(credentialOf(call));
  if (claims?.type !== "chatroom" || typeof claims.exp !== "number") {
    return refuse(401, "unauthenticated", "The chatroom token was not issued here");
  }
  if (claims.exp * 1000 > call.store.clock.now()) return undefined;
  return refuse(401, "expired", "The chatroom token has expired");
}

interface Opened {
  readonly room: Room;
  readonly holder: Holder;
  readonly expiresAt: number;
}

/** The room that a good chatroom token opens; a refusal for one that is gone or foreign. */
function open(call: StateCall): Opened | StateRefusal {
  const claims = verifyJwt(credentialOf(call)) ?? {};
  const room = call.store.get("rooms", String(claims.chat_id));
  if (!room) return refuse(404, "not-found", "The chatroom of the chatroom token does not exist");
  if (room.organizationId !== claims.tenant_id) {
    return refuse(403, "permission-denied", "The chatroom belongs to another organization");
  }
  const roles: unknown[] = Array.isArray(claims.roles) ? claims.roles : [];
  const isAdmin = roles.includes("ROLE_ADMIN");
  const holder: Holder = {
    roomId: room.id,
    organizationId: room.organizationId,
    subject: String(claims.sub ?? uuid(0)),
    deviceId: String(claims.device_id ?? uuid(0)),
    name: String(claims.name ?? (isAdmin ? "Admin" : "Guest")),
    role: isAdmin ? "ROLE_ADMIN" : "ROLE_VIEWER",
    guest: claims.guest === true,
  };
  return { room, holder, expiresAt: Number(claims.exp) * 1000 };
}

function issue(holder: Holder, now: number, expiresAt: number): string {
  return signJwt({
    sub: holder.subject,
    tenant_id: holder.organizationId,
    chat_id: holder.roomId,
    type: "chatroom",
    device_id: holder.deviceId,
    roles: [holder.role],
    name: holder.name,
    guest: holder.guest,
    iat: seconds(now),
    exp: seconds(expiresAt),
  });
}

function organizationOf({ headers }: StateCall): string {
  return headers["x-bv-org-id"] ?? "";
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}

function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
