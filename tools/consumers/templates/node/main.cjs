const { ConfigurationError, isChatError, openChat, PaymentRequiredError } = require("roomkey");
const { blendvision } = require("roomkey/blendvision");
const { blendvision: blendvisionOnServer } = require("roomkey/blendvision/server");
const { ibmVideo } = require("roomkey/ibm-video");

const [ibmVideoUrl, blendvisionUrl] = process.argv.slice(2);
const channel = { channelId: "1234", accessToken: "fake-access-token", baseUrl: ibmVideoUrl };
const chatroom = { chatroomToken: "fake-chatroom-token", baseUrl: blendvisionUrl };
const asServer = {
  chatroomId: "00000000-0000-4000-8000-0000000c4a70",
  apiToken: "fake-api-token",
  organizationId: "00000000-0000-4000-8000-000000000001",
  baseUrl: blendvisionUrl,
};

async function main() {
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

function summary({ provider, room, connection }) {
  return { provider, room: room.id, protocol: connection.protocol };
}

async function errorOf(opening, ErrorClass) {
  const error = await opening.then(() => null).catch((reason) => reason);
  return {
    code: isChatError(error) ? error.code : null,
    isOfClass: error instanceof ErrorClass,
  };
}

main().then((report) => console.log(JSON.stringify(report)));
