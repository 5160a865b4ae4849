import {
  type BlendVisionServerClientOptions,
  createBlendVisionServerClient,
} from "@roomkey/blendvision/server";
import type { Room } from "../session.js";
import {
  type IssuedToken,
  type IssueTokenInput,
  toIssuedToken,
  toTokenRequest,
} from "./issued-token.js";
import { toRoom } from "./room.js";

export type { IssuedToken, IssueTokenInput } from "./issued-token.js";

/** What only a server may do on BlendVision One. */
export interface BlendVisionServer {
  /** Creates a chatroom. `customCounters` names what viewers can count, for instance `like`. */
  createRoom(input?: { readonly customCounters?: readonly string[] }): Promise<Room>;
  /** Issues a chatroom token for one user. */
  issueToken(input: IssueTokenInput): Promise<IssuedToken>;
}

/**
 * What only a server may do on BlendVision One, with the organization's API token.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom
 * @throws ConfigurationError in a browser, and when `baseUrl` cannot be used.
 */
export function blendvisionServer(options: BlendVisionServerClientOptions): BlendVisionServer {
  const client = createBlendVisionServerClient(options);
  return {
    async createRoom({ customCounters = [] } = {}) {
      const counters = customCounters.map((key) => ({ key }));
      const body = counters.length > 0 ? { custom_counters: counters } : {};
      return toRoom((await client.createChatroom({ body })).chatroom);
    },
    async issueToken({ chatroomId, ...input }) {
      const body = toTokenRequest(input);
      const requestedAt = Date.now();
      const issued = await client.createChatroomToken({ path: { id: chatroomId }, body });
      return toIssuedToken(issued, requestedAt);
    },
  };
}
