import { createIbmVideoClient, type IbmVideoClientOptions } from "@roomkey/ibm-video";
import { type ChatProvider, defineProvider } from "../provider.js";
import { createGroupChat } from "./group-chat.js";
import { type IbmVideoSession, ibmVideoSession } from "./session.js";

/** Options of `ibmVideo`: the channel, and the options of `createIbmVideoClient`. */
export interface IbmVideoOptions extends IbmVideoClientOptions {
  /** Id of the channel whose chat is opened: digits, as a string. */
  readonly channelId: string;
}

/**
 * The chat of a channel on IBM Video Streaming, for `openChat`.
 *
 * @see https://developers.video.ibm.com/channel-api-chat-2-0/initialization
 * @throws ConfigurationError when `baseUrl` cannot be used.
 */
export function ibmVideo(options: IbmVideoOptions): ChatProvider<IbmVideoSession> {
  const path = { channelId: options.channelId };
  const client = createIbmVideoClient(options);
  return defineProvider<IbmVideoSession>({
    name: "ibm-video",
    async open(openOptions) {
      const wire = await client.initializeChat({ path }, openOptions);
      return ibmVideoSession(wire, (input, callOptions) =>
        createGroupChat(client, path, wire.chat.user.token, input, callOptions),
      );
    },
  });
}
