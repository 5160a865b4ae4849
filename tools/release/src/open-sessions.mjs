// Runs in a project of a user: opens a session on each platform with what is installed there.
import { startMockServers } from "@roomkey/mock-servers";
import { openChat } from "roomkey";
import { blendvision } from "roomkey/blendvision";
import { ibmVideo } from "roomkey/ibm-video";

const mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
try {
  const credentials = { channelId: "1234", accessToken: "an-access-token" };
  const stream = await openChat(ibmVideo({ ...credentials, baseUrl: mocks.ibmVideo }));
  const mqtt = await openChat(
    blendvision({ chatroomToken: "a-chatroom-token", baseUrl: mocks.blendvision }),
  );
  if (stream.connection.protocol !== "stream" || mqtt.connection.protocol !== "mqtt") {
    throw new Error("a session came with the wrong connection");
  }
} finally {
  await mocks.stop();
}
