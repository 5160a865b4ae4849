import {
  type BlendVisionServerClientOptions,
  createBlendVisionServerClient,
} from "@roomkey/blendvision/server";
import { type CallOptions, ConfigurationError } from "@roomkey/http";
import type { Room } from "../session.js";
import {
  type IssuedToken,
  type IssueTokenInput,
  toIssuedToken,
  toTokenRequest,
} from "./issued-token.js";
import { toRoom } from "./room.js";

/** What only a server may do on BlendVision One. */
export interface BlendVisionServer {
  /** Creates a chatroom. `customCounters` names what viewers can count, for instance `like`. */
  createRoom(
    input?: { readonly customCounters?: readonly string[] },
    options?: CallOptions,
  ): Promise<Room>;
  /** Issues a chatroom token for one user. */
  issueToken(input: IssueTokenInput, options?: CallOptions): Promise<IssuedToken>;
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
    async createRoom({ customCounters = [] } = {}, callOptions) {
      const counters = customCounters.map((key) => ({ key }));
      const body = counters.length > 0 ? { custom_counters: counters } : {};
      return toRoom((await client.createChatroom({ body }, callOptions)).chatroom);
    },
    async issueToken({ chatroomId, ...input }, callOptions) {
      if (!chatroomId) {
        throw new ConfigurationError("chatroomId is missing or empty", { argument: "chatroomId" });
      }
      const request = { path: { id: chatroomId }, body: toTokenRequest(input) };
      const requestedAt = Date.now();
      return toIssuedToken(await client.createChatroomToken(request, callOptions), requestedAt);
    },
  };
}
