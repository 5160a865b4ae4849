import { expectTypeOf, it } from "vitest";
import { blendvision } from "../src/blendvision/index.js";
import { blendvisionServer } from "../src/blendvision/server.js";
import { ibmVideo } from "../src/ibm-video/index.js";
import {
  type ChatSession,
  type MqttConnection,
  openChat,
  type StreamConnection,
} from "../src/index.js";

const ibm = () => openChat(ibmVideo({ channelId: "1", accessToken: "fake" }));
const bv = () => openChat(blendvision({ chatroomToken: "fake" }));

it("the provider decides the type of the session", () => {
  expectTypeOf(ibm).returns.resolves.toHaveProperty("createGroupChat");
  expectTypeOf(bv).returns.resolves.not.toHaveProperty("createGroupChat");
  expectTypeOf<Awaited<ReturnType<typeof ibm>>["connection"]>().toEqualTypeOf<StreamConnection>();
  expectTypeOf<Awaited<ReturnType<typeof bv>>["connection"]>().toEqualTypeOf<MqttConnection>();
});

it("a connection narrows by its protocol", async () => {
  const session: ChatSession = await bv();
  if (session.connection.protocol === "mqtt") expectTypeOf(session.connection.url).toBeString();
  if (session.connection.protocol === "stream")
    expectTypeOf(session.connection.apiKey).toBeString();
  // @ts-expect-error the protocol is not known yet
  session.connection.url;
});

it("what a provider needs must be given", () => {
  // @ts-expect-error accessToken is missing
  ibmVideo({ channelId: "1" });
  // @ts-expect-error channelId is missing
  ibmVideo({ accessToken: "fake" });
  // @ts-expect-error chatroomToken is missing
  blendvision({});
  // @ts-expect-error a server secret is not for the browser's adapter
  blendvision({ chatroomToken: "fake", apiToken: "fake" });
  // @ts-expect-error organizationId is missing
  blendvisionServer({ apiToken: "fake" });
});
