import {
  type ChatSession,
  ConfigurationError,
  isChatError,
  openChat,
  PaymentRequiredError,
} from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { blendvision as blendvisionOnServer } from "roomkey/blendvision/server";
import { ibmVideo } from "roomkey/ibm-video";

export interface BaseUrls {
  readonly ibmVideo: string;
  readonly blendvision: string;
}

/** Opens sessions on both platforms, makes two mistakes, and tells what came of it. */
export async function openOnServer(baseUrls: BaseUrls) {
  const channel = {
    channelId: "1234",
    accessToken: async () => "fake-access-token",
    baseUrl: baseUrls.ibmVideo,
  };
  const chatroom = { chatroomToken: "fake-chatroom-token", baseUrl: baseUrls.blendvision };
  const asServer = {
    chatroomId: "00000000-0000-4000-8000-0000000c4a70",
    apiToken: "fake-api-token",
    organizationId: "00000000-0000-4000-8000-000000000001",
    baseUrl: baseUrls.blendvision,
  };
  const unpaid = { ...channel, headers: { Prefer: "code=402" } };
  return {
    sessions: [
      summary(await openChat(ibmVideo(channel))),
      summary(await openChat(blendvision(chatroom))),
      summary(await openChat(blendvisionOnServer(asServer))),
    ],
    errors: [
      await errorOf(openChat(ibmVideo({ ...channel, channelId: "" })), ConfigurationError),
      await errorOf(openChat(ibmVideo(unpaid)), PaymentRequiredError),
    ],
  };
}

function summary({ provider, room, connection }: ChatSession) {
  return { provider, room: room.id, protocol: connection.protocol };
}

async function errorOf(opening: Promise<unknown>, ErrorClass: new (...init: never[]) => Error) {
  const error: unknown = await opening.then(() => null).catch((reason) => reason);
  return {
    code: isChatError(error) ? error.code : null,
    isOfClass: error instanceof ErrorClass,
  };
}
