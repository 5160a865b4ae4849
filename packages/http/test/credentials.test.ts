import { describe, expect, it, vi } from "vitest";
import { apiKeyHeaders, basicSecretAuth, bearerAuth, compose } from "../src/index.js";
import { fakeFetch, json, ROOM, testClient } from "./support.js";

const room = { path: { roomId: "1" } };

describe("credentials of a client", () => {
  it("are sent as the operation's security schemes say", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const client = testClient({ fetch }, { clientSecret: "fake-secret", tenantId: "t1" });
    await client.signIn();
    expect(sent[0]?.headers.get("authorization")).toBe("Basic fake-secret");
    expect(sent[0]?.headers.get("x-tenant")).toBe("t1");
  });

  it("are not sent where the operation needs none", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    await testClient({ fetch }).listRooms();
    expect(sent[0]?.headers.has("authorization")).toBe(false);
  });

  it("come from a function, asked before each call", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const accessToken = vi.fn().mockResolvedValueOnce({ value: "one" }).mockReturnValueOnce("two");
    const client = testClient({ fetch }, { accessToken });
    await client.readRoom(room);
    await client.readRoom(room);
    expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual([
      "Bearer one",
      "Bearer two",
    ]);
  });

  it.each([undefined, "", "  ", "Bearer abc", "basic abc", "a b", "a\nb", "ä"])(
    "are refused when malformed: %j, without showing the value",
    async (accessToken) => {
      const { fetch, sent } = fakeFetch(json(ROOM));
      const client = testClient({ fetch }, { accessToken });
      const error = await client.readRoom(room).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: "configuration", argument: "accessToken" });
      expect(String(error)).not.toContain("abc");
      expect(sent).toEqual([]);
    },
  );

  it("let the failure of their function reach the caller untouched", async () => {
    const failure = new Error("no token today");
    const client = testClient({}, { accessToken: () => Promise.reject(failure) });
    await expect(client.readRoom(room)).rejects.toBe(failure);
  });
});

describe("auth decorators", () => {
  it("stand on their own, around any fetch, and change nothing that they are given", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const decorated = compose(
      bearerAuth("fake-token"),
      apiKeyHeaders({ "x-bv-org-id": () => "org-1" }),
    )(fetch);
    const init = { headers: { "x-a": "1" } };
    await decorated("https://api.example.com/", init);
    const headers = Object.fromEntries(sent[0]?.headers ?? []);
    expect(headers).toEqual({
      "x-a": "1",
      authorization: "Bearer fake-token",
      "x-bv-org-id": "org-1",
    });
    expect(init).toEqual({ headers: { "x-a": "1" } });
  });

  it("keep the headers of a Request", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const request = new Request("https://api.example.com/", { headers: { "x-a": "1" } });
    await basicSecretAuth("fake-secret")(fetch)(request);
    expect(sent[0]?.headers.get("x-a")).toBe("1");
    expect(sent[0]?.headers.get("authorization")).toBe("Basic fake-secret");
    expect(request.headers.has("authorization")).toBe(false);
  });

  it("compose from the outside in, and nothing composes to nothing", async () => {
    const seen: string[] = [];
    const mark = (name: string) => (next: typeof fetch) => (input: string | URL | Request) => {
      seen.push(name);
      return next(input);
    };
    const { fetch: inner } = fakeFetch(json(ROOM));
    await compose(mark("a"), mark("b"))(inner)("https://api.example.com/");
    expect(seen).toEqual(["a", "b"]);
    expect(compose()(inner)).toBe(inner);
  });
});
