import { expectTypeOf, it } from "vitest";
import { createBlendVisionClient, isApiError } from "@roomkey/blendvision";
import { createBlendVisionServerClient } from "@roomkey/blendvision/server";

const client = createBlendVisionClient({ chatroomToken: "fake" });
const server = createBlendVisionServerClient({ apiToken: "fake", organizationId: "fake" });

it("operations that need the API token are on the server client only", () => {
  expectTypeOf(client).toHaveProperty("getChatroom");
  expectTypeOf(client).toHaveProperty("refreshChatroomToken");
  expectTypeOf(client).not.toHaveProperty("createChatroomToken");
  expectTypeOf(server).toHaveProperty("createChatroom");
  // @ts-expect-error the organization id is needed
  createBlendVisionServerClient({ apiToken: "fake" });
});

it("a request enum is closed, a response enum is open", async () => {
  server.createChatroomToken({ path: { id: "1" }, body: { role: "ROLE_ADMIN" } });
  // @ts-expect-error there is no such role
  server.createChatroomToken({ path: { id: "1" }, body: { role: "ROLE_OWNER" } });
  const { chatroom } = await client.getChatroom();
  type Status = NonNullable<typeof chatroom.status>;
  expectTypeOf<"CHAT_STATUS_ACTIVE">().toExtend<Status>();
  expectTypeOf<string>().toExtend<Status>();
});

it("every error status has the same body, those that no document lists included", async () => {
  const result = await client.getChatroomConfig.result();
  if (result.status === 401)
    expectTypeOf(result.error.body.message).toEqualTypeOf<string | undefined>();
  if (result.status === 418)
    expectTypeOf(result.error.body.message).toEqualTypeOf<string | undefined>();
});

it("a caught error narrows by operation and status to its documented body", async () => {
  try {
    await client.getChatroom();
  } catch (error) {
    // @ts-expect-error nothing is known yet
    error.body;
    if (isApiError(error, "getChatroom", 401)) {
      expectTypeOf(error.body.message).toEqualTypeOf<string | undefined>();
      expectTypeOf(error.status).toEqualTypeOf<401>();
    }
    if (isApiError(error, "createChatroomToken", 418)) {
      expectTypeOf(error.body.code).toEqualTypeOf<number | undefined>();
    }
    // @ts-expect-error there is no such operation
    isApiError(error, "closeChatroom");
  }
});
