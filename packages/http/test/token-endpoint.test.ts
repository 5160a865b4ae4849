import { describe, expect, it, vi } from "vitest";
import { cachedToken, compose, networkErrors, type TokenSource } from "../src/index.js";
import { fakeFetch, json, ROOM, testClient } from "./support.js";

const room = { path: { roomId: "1" } };
const refused = () => Promise.reject(Object.assign(new Error("refused"), { code: "ECONNREFUSED" }));
const eager = { random: () => 0 };

/** A client whose access tokens come from another call of ours, which never gets through. */
function withTokenEndpoint() {
  const endpoint = fakeFetch(refused);
  const server = testClient(
    { fetch: endpoint.fetch, retry: eager },
    { clientSecret: "fake-client-secret", tenantId: "t" },
  );
  const fetchToken = async (): Promise<string> => {
    await server.signIn();
    return "fake-access-token";
  };
  const accessToken: TokenSource = cachedToken(fetchToken);
  const { fetch, sent } = fakeFetch(json(ROOM));
  const client = testClient({ fetch, retry: eager }, { accessToken });
  return { client, endpoint, sent };
}

describe("a token endpoint that cannot be reached", () => {
  it("is tried as often as its own rules say, not once more for each attempt of the call", async () => {
    const { client, endpoint, sent } = withTokenEndpoint();
    await expect(client.readRoom(room)).rejects.toMatchObject({
      code: "network",
      operation: "signIn",
      attempts: 3,
    });
    expect(endpoint.sent).toHaveLength(3);
    expect(sent).toEqual([]);
  });

  it("is tried once where it has no rules of its own, also with a call that may be retried", async () => {
    const plain = vi.fn(refused);
    const named = vi.fn(compose(networkErrors())(refused));
    for (const fetch of [plain, named]) {
      const accessToken = async () => {
        await fetch("https://login.example.com/");
        return "fake-access-token";
      };
      const { fetch: never, sent } = fakeFetch(json(ROOM));
      const client = testClient({ fetch: never, retry: eager }, { accessToken });
      await expect(client.readRoom(room)).rejects.toThrow();
      expect(fetch).toHaveBeenCalledOnce();
      expect(sent).toEqual([]);
    }
  });
});
