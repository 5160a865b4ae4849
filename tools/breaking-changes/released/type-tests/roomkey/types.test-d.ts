import { expectTypeOf, it } from "vitest";
import { blendvision } from "roomkey/blendvision";
import { blendvisionServer, blendvision as onServer } from "roomkey/blendvision/server";
import { ibmVideo } from "roomkey/ibm-video";
import {
  type ChatSession,
  defineProvider,
  importSession,
  type MqttConnection,
  openChat,
  type StreamConnection,
} from "roomkey";

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

it("server members are visible on the server's adapter only", () => {
  const server = onServer({ chatroomId: "r", apiToken: "fake", organizationId: "fake" });
  expectTypeOf(server).toHaveProperty("issueToken");
  expectTypeOf(server).toHaveProperty("createRoom");
  expectTypeOf(blendvision({ chatroomToken: "fake" })).not.toHaveProperty("issueToken");
  // @ts-expect-error there is no such role
  onServer({ chatroomId: "r", apiToken: "fake", organizationId: "fake", as: { role: "owner" } });
});

it("a third platform brings its own connection", async () => {
  interface PlazaSession extends ChatSession<{ protocol: "plaza"; address: string }> {
    provider: "plaza";
    slug: string;
  }
  const plaza = (session: PlazaSession) =>
    defineProvider<PlazaSession>({ name: "plaza", open: async () => session });
  const opened = (session: PlazaSession) => openChat(plaza(session));
  type Opened = Awaited<ReturnType<typeof opened>>;
  expectTypeOf<Opened["slug"]>().toBeString();
  expectTypeOf<Opened["connection"]["address"]>().toBeString();
  expectTypeOf<Awaited<ReturnType<Opened["refresh"]>>["slug"]>().toBeString();
  // @ts-expect-error the name is the provider's
  defineProvider<PlazaSession>({ name: "square", open: async () => ({}) as PlazaSession });
});

it("an imported session has what every session has, and its refresh brings the rest", () => {
  const provider = blendvision({ chatroomToken: "fake" });
  const imported = importSession({}, { provider });
  expectTypeOf(imported.connection).toEqualTypeOf<MqttConnection>();
  expectTypeOf(imported).not.toHaveProperty("wire");
  expectTypeOf(imported.refresh).returns.resolves.toHaveProperty("wire");
  const { connection } = importSession({});
  if (connection.protocol === "stream") expectTypeOf(connection.chatToken).toBeString();
});
