import type { ChatSession } from "roomkey";
import type { GroupChat } from "roomkey/ibm-video";
import type { Steps } from "../bootstrap/steps.mjs";
import type { Targets } from "./targets.js";
import { walkBlendvision } from "./walk-blendvision.js";
import { walkIbmVideo } from "./walk-ibm-video.js";

/** What the walk opened. */
export interface Walked {
  readonly sessions: readonly ChatSession[];
  /** Null where none was created. */
  readonly groupChat: GroupChat | null;
}

/** Walks the complete flow through the public packages, as a user of them would. */
export async function walk(targets: Targets, steps: Steps): Promise<Walked> {
  const sessions: ChatSession[] = [];
  let groupChat: GroupChat | null = null;
  if (targets.ibmVideo) {
    const ibm = await walkIbmVideo(targets.ibmVideo, steps);
    sessions.push(ibm.session);
    groupChat = ibm.groupChat;
  }
  if (targets.blendvision) sessions.push(...(await walkBlendvision(targets.blendvision, steps)));
  return { sessions, groupChat };
}
