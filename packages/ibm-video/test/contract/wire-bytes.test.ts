import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIbmVideoClient } from "../../src/index.js";
import { createIbmVideoServerClient } from "../../src/server.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

const lastRequest = () => mocks.requests().at(-1);
const client = () => createIbmVideoClient({ accessToken: "fake-access", baseUrl: mocks.ibmVideo });
const group = (participants: string[], name?: string) =>
  client().initializeGroupChat({
    path: { channelId: "1234" },
    body: {
      "participant_ids[]": participants,
      chat_token: "fake-chat-token",
      ...(name !== undefined && { name }),
    },
  });

describe("the bytes of a group chat request", () => {
  it("are those that IBM's page shows", async () => {
    await group(["abcdef12345", "abcdef12346"], "Our chat");
    expect(lastRequest()).toMatchObject({
      method: "POST",
      path: "/channels/1234/chat/groups.json",
      body: "participant_ids[]=abcdef12345&participant_ids[]=abcdef12346&chat_token=fake-chat-token&name=Our%20chat",
      violations: [],
    });
    expect(lastRequest()?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  it.each(["a+b", "a&b", "a@b.example", "a,b", "ä", "😀", "a=b", "50%", "[a]", "a b"])(
    "carry the id %j so that a server reads it back",
    async (id) => {
      await group([id, "other"], id);
      const form = new URLSearchParams(lastRequest()?.body ?? "");
      expect(form.getAll("participant_ids[]")).toEqual([id, "other"]);
      expect(form.get("name")).toBe(id);
      expect(lastRequest()?.violations).toEqual([]);
    },
  );

  it("are not sent at all without participants", async () => {
    const before = mocks.requests().length;
    await expect(group([])).rejects.toMatchObject({ argument: "participant_ids[]" });
    expect(mocks.requests()).toHaveLength(before);
  });
});

describe("the bytes of an access token request", () => {
  it("are a form, and the header carries the bare client secret", async () => {
    const seen: (string | null)[] = [];
    const server = createIbmVideoServerClient({
      clientSecret: "fake-client-secret",
      baseUrl: mocks.ibmVideo,
      fetch: (input, init) => {
        seen.push(new Headers(init?.headers).get("authorization"));
        return fetch(input, init);
      },
    });
    await server.createAccessToken({
      body: { grant_type: "client_credentials", client_id: "fake-client" },
    });
    expect(seen).toEqual(["Basic fake-client-secret"]);
    expect(lastRequest()).toMatchObject({
      path: "/oauth2/token",
      body: "grant_type=client_credentials&client_id=fake-client",
      violations: [],
    });
  });

  it("go to the token endpoint's own host when no base URL is given", async () => {
    const urls: string[] = [];
    const server = createIbmVideoServerClient({
      clientSecret: "fake-client-secret",
      fetch: async (input) => {
        urls.push(String(input));
        return Response.json({ access_token: "a", token_type: "bearer", expires_in: 1 });
      },
    });
    await server.createAccessToken({
      body: { grant_type: "client_credentials", client_id: "fake-client" },
    });
    expect(urls).toEqual(["https://video.ibm.com/oauth2/token"]);
  });
});
