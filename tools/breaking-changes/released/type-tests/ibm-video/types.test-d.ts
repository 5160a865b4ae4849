import { expectTypeOf, it } from "vitest";
import { type components, createIbmVideoClient, isApiError } from "@roomkey/ibm-video";
import { createIbmVideoServerClient } from "@roomkey/ibm-video/server";

const client = createIbmVideoClient({ accessToken: "fake" });
const server = createIbmVideoServerClient({ clientSecret: "fake" });
const path = { channelId: "1" };

it("operations that need the client secret are on the server client only", () => {
  expectTypeOf(client).toHaveProperty("initializeChat");
  expectTypeOf(client).not.toHaveProperty("createAccessToken");
  expectTypeOf(server).toHaveProperty("createAccessToken");
  // @ts-expect-error an access token is needed
  createIbmVideoClient({});
});

it("input has the names of the wire", () => {
  client.initializeGroupChat({
    path,
    body: { "participant_ids[]": ["a"], chat_token: "fake", name: "n" },
  });
  // @ts-expect-error the document spells it participant_ids[]
  client.initializeGroupChat({ path, body: { participant_ids: ["a"], chat_token: "fake" } });
  // @ts-expect-error the chat token is missing
  client.initializeGroupChat({ path, body: { "participant_ids[]": ["a"] } });
  // @ts-expect-error a request enum is closed
  server.createAccessToken({ body: { grant_type: "password", client_id: "c" } });
});

it("data and error bodies are typed by status", async () => {
  const result = await client.initializeChat.result({ path });
  if (result.status === 200) {
    expectTypeOf(result.data.chat.user.default_name).toEqualTypeOf<string | null>();
    expectTypeOf(result.data.chat.user.has_verified_user).toBeBoolean();
  }
  if (result.status === 402) expectTypeOf(result.error.body).toHaveProperty("error");
  if (result.status === 403) expectTypeOf(result.error.body).toBeUnknown();
});

it("a caught error narrows by operation and status to its documented body", async () => {
  try {
    await client.initializeChat({ path });
  } catch (error) {
    // @ts-expect-error nothing is known yet
    error.body;
    if (isApiError(error, "initializeChat", 402)) {
      expectTypeOf(error.body).toEqualTypeOf<components["schemas"]["ChannelApiError"]>();
      expectTypeOf(error.status).toEqualTypeOf<402>();
    }
    if (isApiError(error, "createAccessToken", 400)) expectTypeOf(error.body).not.toBeUnknown();
    if (isApiError(error, "initializeChat", 418)) expectTypeOf(error.body).toBeUnknown();
    if (isApiError(error, "initializeChat")) expectTypeOf(error.status).toBeNumber();
    // @ts-expect-error there is no such operation
    isApiError(error, "closeChat", 402);
  }
});
