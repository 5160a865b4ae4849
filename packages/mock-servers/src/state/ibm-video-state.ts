import { signJwt, verifyJwt } from "./jwt.js";
import type { AccessToken } from "./state.js";
import type { StateCall, StateGate, StateHandler, StateRefusal } from "./state-call.js";
import { answer, credentialOf, refuse, text } from "./state-call.js";
import { hashToken } from "./store.js";

const LIFETIME_S = 86_400;
const REFRESH_LIFETIME_S = 30 * 86_400;

/** Access tokens that are good without having been issued, for whoever wants to start at once. */
export const KNOWN_ACCESS_TOKENS: Readonly<Record<string, AccessToken>> = {
  "0000000000000000000000000000000000acce55": {
    userName: "Ada Example",
    userId: "00000000000000000000000000000ada",
    expiresAt: Number.MAX_SAFE_INTEGER,
  },
  "00000000000000000000000000000000000000a0": {
    userName: null,
    userId: "0000000000000000000000000000feed",
    expiresAt: Number.MAX_SAFE_INTEGER,
  },
};

/** The chats of IBM Video: a channel each, access tokens are checked, group chats get ids. */
export const IBM_VIDEO_STATE: Readonly<Record<string, StateHandler>> = {
  createAccessToken: ({ store, body }) => {
    const now = store.clock.now();
    const clientId = text(body, "client_id") ?? "";
    if (text(body, "grant_type") === "refresh_token") {
      const given = text(body, "refresh_token");
      if (!given)
        return refuse(400, "invalid-request", "Request body property refresh_token is missing");
      const known = store.get("accessRefreshTokens", hashToken(given));
      if (!known || known.clientId !== clientId) {
        return refuse(400, "invalid-grant", "The refresh token was not issued to this client");
      }
      if (known.expiresAt <= now)
        return refuse(400, "invalid-grant", "The refresh token has expired");
    }
    const n = store.next();
    const accessToken = hex40(`access token ${n} ${clientId}`);
    const refreshToken = hex40(`refresh token ${n} ${clientId}`);
    store.put("accessTokens", hashToken(accessToken), {
      expiresAt: now + LIFETIME_S * 1000,
      userName: "Ada Example",
      // The same owner for each access token of a client, renewed ones included.
      userId: hex40(`user ${clientId}`).slice(0, 32),
    });
    store.put("accessRefreshTokens", hashToken(refreshToken), {
      clientId,
      expiresAt: now + REFRESH_LIFETIME_S * 1000,
    });
    return answer({
      access_token: accessToken,
      refresh_token: refreshToken,
      token_type: "bearer",
      expires_in: LIFETIME_S,
    });
  },

  initializeChat: (call) => {
    const owner = findOwner(call);
    if ("kind" in owner) return owner;
    const channelId = call.pathParameters.channelId ?? "";
    const { userId: id } = owner;
    return answer({
      chat: {
        stream_data: {
          api_base_url: "https://chat-proxy.example.com",
          api_key: "examplekey01",
          channel_id: `channel_${channelId}`,
          channel_type: "chatroom",
          team: `team_${channelId}`,
        },
        user: {
          default_name: owner.userName,
          id,
          has_verified_user: owner.userName !== null,
          token: signJwt({ user_id: id }),
        },
      },
    });
  },

  initializeGroupChat: (call) => {
    const owner = findOwner(call);
    if ("kind" in owner) return owner;
    const { store, body, pathParameters } = call;
    const caller = verifyJwt(text(body, "chat_token") ?? "")?.user_id;
    if (typeof caller !== "string") {
      return refuse(400, "bad-request", "The chat token was not issued here");
    }
    const id = `private_${String(store.next()).padStart(8, "0")}`;
    const channelId = pathParameters.channelId ?? "";
    const { "participant_ids[]": participantIds = [] } = body as {
      "participant_ids[]"?: readonly string[];
    };
    store.put("groups", id, { id, channelId, participantIds, name: text(body, "name") ?? null });
    return answer({
      group: { channel_id: id, channel_type: "groupchat", team: `team_${channelId}` },
    });
  },
};

/** Whose credential is looked at before the rest of a request. */
export const IBM_VIDEO_GATES: Readonly<Record<string, StateGate>> = {
  initializeChat: refuseStranger,
  initializeGroupChat: refuseStranger,
};

function refuseStranger(call: StateCall): StateRefusal | undefined {
  const owner = findOwner(call);
  return "kind" in owner ? owner : undefined;
}

function findOwner(call: StateCall): AccessToken | StateRefusal {
  const token = credentialOf(call);
  const known = Object.hasOwn(KNOWN_ACCESS_TOKENS, token) ? KNOWN_ACCESS_TOKENS[token] : undefined;
  const found = known ?? call.store.get("accessTokens", hashToken(token));
  if (!found) return refuse(401, "invalid-token", "The access token was not issued here");
  if (found.expiresAt <= call.store.clock.now()) {
    return refuse(401, "invalid-token", "The access token has expired");
  }
  return found;
}

/** 40 hexadecimal characters, like the vendor's. */
function hex40(text: string): string {
  return Buffer.from(hashToken(text)).toString("hex").slice(0, 40);
}
