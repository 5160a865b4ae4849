import type { operations } from "@roomkey/ibm-video";
import type { StreamConnection } from "../connection.js";
import { jwtExpiry } from "../jwt-expiry.js";
import type { ChatSession } from "../session.js";
import type { GroupChat, GroupChatInput } from "./group-chat.js";

/** The body of `initializeChat`, as IBM sends it. */
export type IbmVideoWire =
  operations["initializeChat"]["responses"][200]["content"]["application/json"];

/** A session on IBM Video Streaming. Prints itself without its secrets. */
export interface IbmVideoSession extends ChatSession<StreamConnection> {
  readonly provider: "ibm-video";
  /** What IBM answered, with the names of the wire. */
  readonly wire: IbmVideoWire;
  /**
   * Starts a group chat (a direct chat, with one participant) on this channel.
   *
   * @throws PermissionDeniedError when the channel's settings do not let this user start one.
   */
  createGroupChat(
    input: GroupChatInput,
    options?: { readonly signal?: AbortSignal },
  ): Promise<GroupChat>;
}

/** Maps IBM's answer to a session; `createGroupChat` is what the session's method does. */
export function ibmVideoSession(
  wire: IbmVideoWire,
  createGroupChat: IbmVideoSession["createGroupChat"],
): IbmVideoSession {
  const { stream_data: stream, user } = wire.chat;
  const session: Omit<IbmVideoSession, "createGroupChat"> = {
    provider: "ibm-video",
    room: {
      id: stream.channel_id,
      kind: stream.channel_type,
      muted: null,
      status: null,
      createdAt: null,
      updatedAt: null,
    },
    user: {
      id: user.id,
      name: user.default_name,
      role: null,
      verified: user.has_verified_user,
      guest: !user.has_verified_user,
      deviceId: null,
    },
    connection: {
      protocol: "stream",
      apiKey: stream.api_key,
      // stream-chat appends paths that start with a slash.
      options: { baseURL: stream.api_base_url.replace(/\/+$/, "") },
      user: { id: user.id, ...(user.default_name !== null && { name: user.default_name }) },
      chatToken: user.token,
      channelType: stream.channel_type,
      channelId: stream.channel_id,
      team: stream.team,
    },
    pinnedMessages: null,
    blockedUsers: null,
    activePoll: null,
    viewerCount: null,
    capabilities: { groupChats: true, moderation: null, polls: false },
    expiresAt: jwtExpiry(user.token),
    wire,
  };
  // Not enumerable: a method is nothing to print or to export.
  return Object.defineProperty(session, "createGroupChat", {
    value: createGroupChat,
  }) as IbmVideoSession;
}
