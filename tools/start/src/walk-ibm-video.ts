import { type ChatSession, openChat } from "roomkey";
import { type GroupChat, ibmVideo } from "roomkey/ibm-video";
import type { Steps } from "../bootstrap/steps.mjs";
import type { IbmVideoTarget } from "./targets.js";

/** IBM Video Streaming: initialize the chat of a channel, then create a group chat where asked to. */
export async function walkIbmVideo(
  { groupChat: group, ...options }: IbmVideoTarget,
  steps: Steps,
): Promise<{ session: ChatSession; groupChat: GroupChat | null }> {
  const session = await steps.run(
    `IBM Video: initialize the chat of channel ${options.channelId}`,
    () => openChat(ibmVideo(options)),
  );
  if (!group) return { session, groupChat: null };
  const { length } = group.participantIds;
  const groupChat = await steps.run(
    `IBM Video: create a group chat with ${length} participant${length === 1 ? "" : "s"}`,
    () => session.createGroupChat(group),
  );
  return { session, groupChat };
}
