import { ConfigurationError, isChatError, openChat, PaymentRequiredError } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { ibmVideo } from "roomkey/ibm-video";

/** Opens a session on each platform, makes two mistakes, and tells what came of it. */
export async function openSessions(baseUrls) {
  const channel = {
    channelId: "1234",
    accessToken: "fake-access-token",
    baseUrl: baseUrls.ibmVideo,
  };
  const chatroom = { chatroomToken: "fake-chatroom-token", baseUrl: baseUrls.blendvision };
  const unpaid = { ...channel, headers: { Prefer: "code=402" } };
  return {
    sessions: [
      summary(await openChat(ibmVideo(channel))),
      summary(await openChat(blendvision(chatroom))),
    ],
    errors: [
      await errorOf(openChat(ibmVideo({ ...channel, channelId: "" })), ConfigurationError),
      await errorOf(openChat(ibmVideo(unpaid)), PaymentRequiredError),
    ],
  };
}

export function summary({ provider, room, connection }) {
  return { provider, room: room.id, protocol: connection.protocol };
}

async function errorOf(opening, ErrorClass) {
  const error = await opening.then(() => null).catch((reason) => reason);
  return {
    code: isChatError(error) ? error.code : null,
    isOfClass: error instanceof ErrorClass,
  };
}
