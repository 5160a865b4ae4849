import { openChat } from "roomkey";
import { blendvision } from "roomkey/blendvision/server";
import { openSessions, summary } from "./open-sessions.mjs";

/** What runs on a server can do all of it, and open a session with the organization's credentials. */
export async function openOnServer(baseUrls) {
  const { sessions, errors } = await openSessions(baseUrls);
  const provider = blendvision({
    chatroomId: "00000000-0000-4000-8000-0000000c4a70",
    apiToken: "fake-api-token",
    organizationId: "00000000-0000-4000-8000-000000000001",
    baseUrl: baseUrls.blendvision,
  });
  return { sessions: [...sessions, summary(await openChat(provider))], errors };
}
