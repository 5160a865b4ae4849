import { isChatError } from "@roomkey/http";
import { describe, expect, it } from "vitest";
import { createBlendVisionClient, isApiError } from "../src/index.js";
import { createBlendVisionServerClient } from "../src/server.js";

const STATUS = { code: 16, message: "token expired", details: [] };

/** What `getChatroom` throws when it is answered so. */
async function thrownFor(status: number, body: unknown = STATUS) {
  const fetch = async () => Response.json(body, { status });
  const client = createBlendVisionClient({ chatroomToken: "fake-chatroom", fetch, retry: false });
  return client.getChatroom().catch((error: unknown) => error);
}

describe("isApiError", () => {
  it("knows the operation, and the status where one is given", async () => {
    const error = await thrownFor(401);
    expect(isApiError(error, "getChatroom")).toBe(true);
    expect(isApiError(error, "getChatroom", 401)).toBe(true);
    expect(isApiError(error, "getChatroom", 403)).toBe(false);
    expect(isApiError(error, "getChatroomConfig", 401)).toBe(false);
    if (isApiError(error, "getChatroom", 401)) expect(error.body.message).toBe("token expired");
  });

  it("knows a status that no document lists, and the operations of the server client", async () => {
    const fetch = async () => Response.json(STATUS, { status: 409 });
    const server = createBlendVisionServerClient({
      apiToken: "fake-api-token",
      organizationId: "fake-organization",
      fetch,
    });
    const error = await server.createChatroom({ body: {} } as never).catch((thrown) => thrown);
    expect(isApiError(error, "createChatroom", 409)).toBe(true);
  });

  it("does not take for one what has no answer of the provider", async () => {
    const client = createBlendVisionClient({
      fetch: () => Promise.reject(new TypeError("reset")),
      retry: false,
    });
    const configuration = await client.getChatroom().catch((error: unknown) => error);
    const network = await client
      .refreshChatroomToken({ body: { refresh_token: "fake-refresh" } })
      .catch((error: unknown) => error);
    const unexpected = await thrownFor(200, {});
    expect(isApiError(network, "refreshChatroomToken")).toBe(false);
    for (const error of [configuration, unexpected, new Error("x"), null, "401"]) {
      expect(isApiError(error, "getChatroom")).toBe(false);
    }
    expect([network, configuration, unexpected].every((error) => isChatError(error))).toBe(true);
  });
});
