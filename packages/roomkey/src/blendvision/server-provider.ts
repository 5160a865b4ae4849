import type { BlendVisionServerClientOptions } from "@roomkey/blendvision/server";
import type { ChatProvider } from "../provider.js";
import { type BlendVisionServer, blendvisionServer } from "./blendvision-server.js";
import type { IssueTokenInput } from "./issued-token.js";
import { blendvision as asViewer } from "./provider.js";
import type { BlendVisionSession } from "./session.js";

/** Options of the server's `blendvision`: the room, the server credentials, and for whom. */
export interface BlendVisionServerOptions extends BlendVisionServerClientOptions {
  readonly chatroomId: string;
  /** For whom the session is opened. Default: a viewer that BlendVision makes up. */
  readonly as?: Omit<IssueTokenInput, "chatroomId">;
}

/** The server's provider: opens sessions, and does what only a server may. */
export interface BlendVisionServerProvider
  extends ChatProvider<BlendVisionSession>,
    BlendVisionServer {}

/**
 * A chatroom on BlendVision One, for `openChat` on a server: issues a chatroom token, then opens the
 * session with it. Each refresh issues a new one.
 *
 * @see https://developers.blendvision.com/docs/livestreaming/chatroom/create-chatroom
 * @throws ConfigurationError in a browser, and when `baseUrl` cannot be used.
 */
export function blendvision(options: BlendVisionServerOptions): BlendVisionServerProvider {
  const { chatroomId, as = {}, apiToken, organizationId, ...clientOptions } = options;
  const server = blendvisionServer({ apiToken, organizationId, ...clientOptions });
  return {
    ...server,
    name: "blendvision",
    async open(openOptions) {
      const issued = await server.issueToken({ chatroomId, ...as }, openOptions);
      const { chatroomToken, expiresAt } = issued;
      return asViewer({ ...clientOptions, chatroomToken, expiresAt }).open(openOptions);
    },
  };
}
