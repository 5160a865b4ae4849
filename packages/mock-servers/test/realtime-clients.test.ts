import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { connect } from "mqtt";
import { StreamChat } from "stream-chat";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";
import { getRoom, postRoom } from "./support/rooms.js";

const KNOWN = "Bearer 0000000000000000000000000000000000acce55";

describe.each([
  ["examples", false],
  ["stateful mode", true],
])("what the mocks hand out, from %s,", (_, stateful) => {
  let mocks: MockServers;
  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, stateful });
  });
  afterAll(() => mocks.stop());

  it("is a static token that the official Stream client accepts for the user", async () => {
    const { chat } = (await (await getChat(mocks, { authorization: KNOWN })).json()) as {
      chat: { stream_data: { api_key: string }; user: { id: string; token: string } };
    };
    const client = new StreamChat(chat.stream_data.api_key, { allowServerSideConnect: true });
    // What connectUser() does before it opens a connection: a token of another user is refused here.
    await client.tokenManager.setTokenOrProvider(chat.user.token, { id: chat.user.id });
    expect(client.tokenManager.getToken()).toBe(chat.user.token);
    expect(client.tokenManager.type).toBe("static");
    await expect(
      client.tokenManager.setTokenOrProvider(chat.user.token, { id: "somebody-else" }),
    ).rejects.toThrow();
  });

  it("is a connection that the MQTT client sends to a broker as it is", async () => {
    const issued = async (): Promise<string> => {
      const room = (await (await postRoom(mocks, "")).json()) as { chatroom: { id: string } };
      const token = await postRoom(mocks, `/${room.chatroom.id}/tokens`, { subject: "ada" });
      return ((await token.json()) as { token: string }).token;
    };
    const { connection } = (await (await getRoom(mocks, "/config", await issued())).json()) as {
      connection: Record<string, string>;
    };
    const packet = await firstPacket((port) => {
      const url = new URL(`mqtt://127.0.0.1:${port}/mqtt`);
      const { authorizer = "", token = "", signature = "" } = connection;
      url.search = String(
        new URLSearchParams({
          "x-amz-customauthorizer-name": authorizer,
          "x-amz-customauthorizer-signature": signature,
          token,
        }),
      );
      const { client_id: clientId = "" } = connection;
      return connect(String(url), { clientId, reconnectPeriod: 0, username: url.search.slice(1) });
    });
    expect(packet).toContain(connection.client_id);
    expect(packet).toContain(`token=${connection.token}`);
  });
});

/** What a client sends first to a broker that then goes away. */
async function firstPacket(open: (port: number) => ReturnType<typeof connect>): Promise<string> {
  const broker = createServer().listen(0, "127.0.0.1");
  await once(broker, "listening");
  const client = open((broker.address() as AddressInfo).port);
  client.on("error", () => {});
  const [socket] = await once(broker, "connection");
  const [bytes] = (await once(socket, "data")) as [Buffer];
  await client.endAsync(true);
  socket.destroy();
  broker.close();
  return bytes.toString("latin1");
}
