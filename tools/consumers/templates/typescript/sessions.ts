import { type Connection, isChatError, openChat, RateLimitedError } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { blendvisionServer } from "roomkey/blendvision/server";
import { ibmVideo } from "roomkey/ibm-video";

// What an application writes, and what the types have to say about it. Nothing here is run.

/** Without a default: a third protocol would not compile. */
export function addressOf(connection: Connection): string {
  switch (connection.protocol) {
    case "stream":
      return connection.options.baseURL;
    case "mqtt":
      return connection.url;
  }
}

export async function onIbmVideo(accessToken: string): Promise<string | null> {
  const session = await openChat(ibmVideo({ channelId: "1234", accessToken }));
  const provider: "ibm-video" = session.provider;
  const apiKey: string = session.connection.apiKey;
  const group = await session.createGroupChat({ participantIds: ["ada"], name: provider });
  // @ts-expect-error: an MQTT connection is what the other platform has.
  session.connection.subscribeTopic;
  const renewed = await session.refresh();
  return renewed.user.name ?? `${apiKey}${group.id}`;
}

export async function onBlendvision(chatroomToken: string): Promise<Date | null> {
  const session = await openChat(blendvision({ chatroomToken }));
  const protocol: "mqtt" = session.connection.protocol;
  // @ts-expect-error: there are no group chats on this platform.
  session.createGroupChat;
  // @ts-expect-error: how many people watch may be unknown.
  const count: number = session.viewerCount;
  return protocol === "mqtt" && count > 0 ? session.expiresAt : null;
}

export async function onServer(apiToken: string): Promise<string> {
  const server = blendvisionServer({ apiToken, organizationId: "an-organization" });
  const { id } = await server.createRoom({ customCounters: ["like"] });
  // @ts-expect-error: a role is `viewer` or `admin`.
  await server.issueToken({ chatroomId: id, role: "owner" });
  return (await server.issueToken({ chatroomId: id, role: "viewer", name: "Ada" })).chatroomToken;
}

export function waitMs(error: unknown): number | null {
  if (error instanceof RateLimitedError) return error.retryAfterMs;
  return isChatError(error) && error.code === "network" ? 1000 : null;
}

// @ts-expect-error: the channel is missing.
ibmVideo({ accessToken: "fake-access-token" });
// @ts-expect-error: a channel id is text.
ibmVideo({ channelId: 1234, accessToken: "fake-access-token" });
// @ts-expect-error: the chatroom token is missing.
blendvision({});
// @ts-expect-error: the API token has no place outside a server.
blendvision({ chatroomToken: "fake-chatroom-token", apiToken: "fake-api-token" });
