import { BLENDVISION, IBM_VIDEO } from "./providers.js";
import type { MockServers } from "./start-mock-servers.js";

type Urls = Pick<MockServers, "ibmVideo" | "blendvision" | "controlUrl">;

/** Where the servers are. */
export function whereBanner({
  ibmVideo,
  blendvision,
}: Pick<Urls, "ibmVideo" | "blendvision">): string {
  return [
    `${IBM_VIDEO.title.padEnd(26)}${ibmVideo}`,
    `${BLENDVISION.title.padEnd(26)}${blendvision}`,
  ].join("\n");
}

/** Three requests to start with. */
export function tryBanner({ ibmVideo, blendvision, controlUrl }: Urls): string {
  const group = `${ibmVideo}/channels/1234/chat/groups.json`;
  return `Try, in another terminal:

  # the chat of a channel, answered with 200
  curl -i ${ibmVideo}/channels/1234/chat.json -H 'Authorization: Bearer any'

  # a form with two participants
  curl -i ${group} -H 'Authorization: Bearer any' \\
    -d 'participant_ids[]=ada' -d 'participant_ids[]=grace' -d 'chat_token=any'

  # a documented error on demand: 402, whatever the request looks like
  curl -i -X POST ${group} -H 'Prefer: code=402, force=true'

BlendVision is called in the same way: curl -i ${blendvision}/bv/chatroom/v1/chatrooms
What came in: curl ${controlUrl}/requests

Ctrl-C stops both.`;
}
