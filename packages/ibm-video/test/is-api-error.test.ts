import { isChatError } from "@roomkey/http";
import { describe, expect, it } from "vitest";
import { createIbmVideoClient, isApiError } from "../src/index.js";
import { createIbmVideoServerClient } from "../src/server.js";

const path = { channelId: "1" };

/** What `initializeChat` throws when it is answered so. */
async function thrownFor(status: number, body: unknown = { error: "benefit_missing" }) {
  const fetch = async () => Response.json(body, { status });
  const client = createIbmVideoClient({ accessToken: "fake-access", fetch, retry: false });
  return client.initializeChat({ path }).catch((error: unknown) => error);
}

describe("isApiError", () => {
  it("knows the operation, and the status where one is given", async () => {
    const error = await thrownFor(402);
    expect(isApiError(error, "initializeChat")).toBe(true);
    expect(isApiError(error, "initializeChat", 402)).toBe(true);
    expect(isApiError(error, "initializeChat", 400)).toBe(false);
    expect(isApiError(error, "initializeGroupChat", 402)).toBe(false);
    if (isApiError(error, "initializeChat", 402)) expect(error.body.error).toBe("benefit_missing");
  });

  it("knows the operations of the server client too", async () => {
    const fetch = async () => Response.json({ error: "invalid_client" }, { status: 400 });
    const server = createIbmVideoServerClient({ clientSecret: "fake-client-secret", fetch });
    const body = { grant_type: "client_credentials", client_id: "fake-client" } as const;
    const error = await server.createAccessToken({ body }).catch((thrown: unknown) => thrown);
    expect(isApiError(error, "createAccessToken", 400)).toBe(true);
  });

  it("does not take for one what has no answer of the provider", async () => {
    const client = createIbmVideoClient({
      accessToken: "fake-access",
      fetch: () => Promise.reject(new TypeError("reset")),
      retry: false,
    });
    const network = await client.initializeChat({ path }).catch((error: unknown) => error);
    const configuration = await client
      .initializeChat({ path: { channelId: "" } })
      .catch((error: unknown) => error);
    const unexpected = await thrownFor(200, {});
    for (const error of [
      network,
      configuration,
      unexpected,
      new Error("x"),
      null,
      undefined,
      402,
    ]) {
      expect(isApiError(error, "initializeChat")).toBe(false);
    }
    expect([network, configuration, unexpected].every((error) => isChatError(error))).toBe(true);
  });

  it("does not take another platform's error for one, whatever its operation is called", async () => {
    const error = Object.assign((await thrownFor(402)) as object, { provider: "blendvision" });
    expect(isApiError(error, "initializeChat", 402)).toBe(false);
  });
});
