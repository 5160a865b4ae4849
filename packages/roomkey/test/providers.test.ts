import { blendvision } from "../src/blendvision/index.js";
import { blendvision as onServer } from "../src/blendvision/server.js";
import { ibmVideo } from "../src/ibm-video/index.js";
import { describeProvider } from "../src/provider-testkit/index.js";
import { CONFIG_PATH, configWire, IBM_PATH, ibmWire, ROOM_PATH, roomWire } from "./support.js";

/** Answers by path; every provider asks for its own paths only. */
const answers: Readonly<Record<string, () => unknown>> = {
  [IBM_PATH]: () => ibmWire(),
  [ROOM_PATH]: () => roomWire(),
  [CONFIG_PATH]: () => configWire(),
  [`${ROOM_PATH}/room-1/tokens`]: () => ({ token: "fake-issued-token", expires_in: 3600 }),
};
const answer = (request: Request): Response =>
  Response.json(answers[new URL(request.url).pathname]?.());
const { token, signature } = configWire().connection;

describeProvider("ibm-video", {
  provider: ({ fetch }) =>
    ibmVideo({ channelId: "1234", accessToken: "fake-access-token", retry: false, fetch }),
  answer,
  secrets: [ibmWire().chat.user.token, "fake-access-token"],
  serverSecrets: ["fake-access-token"],
});

describeProvider("blendvision", {
  provider: ({ fetch }) =>
    blendvision({ chatroomToken: "fake-chatroom-token", retry: false, fetch }),
  answer,
  secrets: [token, signature, encodeURIComponent(signature), "fake-chatroom-token"],
});

describeProvider("blendvision on a server", {
  provider: ({ fetch }) =>
    onServer({
      chatroomId: "room-1",
      apiToken: "fake-api-token",
      organizationId: "fake-organization",
      as: { role: "admin", name: "Ada" },
      retry: false,
      fetch,
    }),
  answer,
  secrets: [token, signature, encodeURIComponent(signature), "fake-issued-token"],
  serverSecrets: ["fake-api-token", "fake-organization"],
});
