import { type ChatSession, openChat } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { blendvisionServer } from "roomkey/blendvision/server";
import type { Steps } from "../bootstrap/steps.mjs";
import type { BlendvisionServerAccess, BlendvisionTarget } from "./targets.js";

/** Who the walk enters a room as, when it may issue chatroom tokens. */
const PEOPLE = [
  { role: "admin", name: "Grace", subject: "grace", deviceId: "device-grace-1" },
  { role: "viewer", name: "Ada", subject: "ada", deviceId: "device-ada-1" },
] as const;

/** BlendVision One: open the room of a chatroom token, or create a room and enter it twice. */
export async function walkBlendvision(
  { access, ...service }: BlendvisionTarget,
  steps: Steps,
): Promise<ChatSession[]> {
  if ("chatroomToken" in access) {
    const open = () => openChat(blendvision({ ...service, ...access }));
    return [await steps.run("BlendVision: open the session of the chatroom token", open)];
  }
  return enterTwice(access, service, steps);
}

async function enterTwice(
  { chatroomId, ...credentials }: BlendvisionServerAccess,
  service: { readonly baseUrl?: string },
  steps: Steps,
): Promise<ChatSession[]> {
  const server = blendvisionServer({ ...service, ...credentials });
  const room = chatroomId
    ? { id: chatroomId }
    : await steps.run("BlendVision: create a room", () => server.createRoom());
  const issued = [];
  for (const { role, ...person } of PEOPLE) {
    const label = `BlendVision: issue ${role === "admin" ? "an admin" : "a viewer"} token`;
    const issue = () => server.issueToken({ chatroomId: room.id, role, ...person });
    issued.push({ role, ...(await steps.run(label, issue)) });
  }
  const sessions: ChatSession[] = [];
  for (const { role, chatroomToken, expiresAt } of issued) {
    const open = () => openChat(blendvision({ ...service, chatroomToken, expiresAt }));
    sessions.push(await steps.run(`BlendVision: open the ${role} session`, open));
  }
  return sessions;
}
