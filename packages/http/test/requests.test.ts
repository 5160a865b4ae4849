import { afterEach, describe, expect, it, vi } from "vitest";
import { fakeFetch, json, ROOM, testClient } from "./support.js";

const open = (options: Parameters<typeof testClient>[0] = {}) => {
  const { fetch, sent } = fakeFetch(json(ROOM));
  return { client: testClient({ fetch, ...options }), sent };
};
const group = (body: Record<string, unknown>) => ({ path: { roomId: "1" }, body: body as never });

afterEach(() => vi.unstubAllGlobals());

describe("addresses", () => {
  it("come from the document's server and path", async () => {
    const { client, sent } = open();
    await client.readRoom({ path: { roomId: "12" } });
    expect(sent[0]).toMatchObject({ url: "https://api.example.com/rooms/12", method: "GET" });
  });

  it.each(["http://127.0.0.1:4010", "http://127.0.0.1:4010/", "http://127.0.0.1:4010//"])(
    "take baseUrl %s without doubling a slash",
    async (baseUrl) => {
      const { client, sent } = open({ baseUrl });
      await client.readRoom({ path: { roomId: "12" } });
      expect(sent[0]?.url).toBe("http://127.0.0.1:4010/rooms/12");
    },
  );

  it("keep a path prefix of baseUrl", async () => {
    const { client, sent } = open({ baseUrl: "https://proxy.example.com/ibm-video/" });
    await client.readRoom({ path: { roomId: "12" } });
    expect(sent[0]?.url).toBe("https://proxy.example.com/ibm-video/rooms/12");
  });

  it("keep an @ in the path of baseUrl, which is how mock servers name a session", async () => {
    const { client, sent } = open({ baseUrl: "http://127.0.0.1:4010/@worker-1" });
    await client.readRoom({ path: { roomId: "12" } });
    expect(sent[0]?.url).toBe("http://127.0.0.1:4010/@worker-1/rooms/12");
  });

  it.each([
    "https://api.example.com?key=1",
    "https://api.example.com/#top",
    "https://user:secret@api.example.com",
    "ftp://api.example.com",
    "api.example.com",
    "",
  ])("refuse baseUrl %j", (baseUrl) => {
    expect(() => testClient({ baseUrl })).toThrow(
      expect.objectContaining({ code: "configuration", argument: "baseUrl" }),
    );
  });

  it.each([
    ["a b", "a%20b"],
    ["50%", "50%25"],
    ["ä+&=?#", "%C3%A4%2B%26%3D%3F%23"],
    ["%2e%2e", "%252e%252e"],
  ])("encode path value %j", async (roomId, encoded) => {
    const { client, sent } = open();
    await client.readRoom({ path: { roomId } });
    expect(sent[0]?.url).toBe(`https://api.example.com/rooms/${encoded}`);
  });

  it.each(
    [
      ["", "."],
      ["..", "a/b"],
      ["a\\b", "\ud800"],
      [undefined, null],
      [{}, Number.NaN],
    ].flat(),
  )("refuse path value %j before anything is sent", async (roomId) => {
    const { client, sent } = open();
    await expect(client.readRoom({ path: { roomId: roomId as string } })).rejects.toMatchObject({
      name: "ConfigurationError",
      argument: "roomId",
      provider: "test",
      operation: "readRoom",
    });
    expect(sent).toEqual([]);
  });

  it("refuse a call without its path values", async () => {
    const { client, sent } = open();
    const call = client.readRoom as unknown as () => Promise<unknown>;
    await expect(call()).rejects.toMatchObject({ argument: "roomId" });
    expect(sent).toEqual([]);
  });

  it("carry query arrays as repeated names and leave undefined out", async () => {
    const { client, sent } = open();
    await client.listRooms({ query: { kinds: ["a&b", "c d"], limit: 5 } });
    await client.listRooms({ query: { kinds: [] } });
    await client.listRooms();
    expect(sent.map(({ url }) => url)).toEqual([
      "https://api.example.com/rooms?kinds=a%26b&kinds=c%20d&limit=5",
      "https://api.example.com/rooms",
      "https://api.example.com/rooms",
    ]);
  });
});

describe("form bodies", () => {
  it("repeat the name of an array for each item, brackets raw, spaces as %20", async () => {
    const { client, sent } = open();
    await client.startGroup(group({ "participant_ids[]": ["a", "b"], name: "Our chat" }));
    expect(sent[0]?.body).toBe("participant_ids[]=a&participant_ids[]=b&name=Our%20chat");
    expect(sent[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
  });

  it("stand in the order of the document, whatever the order of the input", async () => {
    const { client, sent } = open();
    await client.startGroup(group({ name: "n", "participant_ids[]": ["a"] }));
    expect(sent[0]?.body).toBe("participant_ids[]=a&name=n");
  });

  it("leave undefined members out and send unknown ones", async () => {
    const { client, sent } = open();
    await client.startGroup(group({ "participant_ids[]": ["a"], name: undefined, later: true }));
    expect(sent[0]?.body).toBe("participant_ids[]=a&later=true");
  });

  it("stay forms when the media type has a charset", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const client = testClient({ fetch }, { clientSecret: "fake-secret", tenantId: "t1" });
    await client.signIn({ body: { grant_type: "client_credentials" } });
    expect(sent[0]?.body).toBe("grant_type=client_credentials");
    expect(sent[0]?.headers.get("content-type")).toBe(
      "application/x-www-form-urlencoded; charset=utf-8",
    );
  });

  it.each([
    [{ "participant_ids[]": [] }, "participant_ids[]"],
    [{ "participant_ids[]": [""] }, "participant_ids[]"],
    [{ "participant_ids[]": ["a", null] }, "participant_ids[]"],
    [{ "participant_ids[]": ["a", "\udfff"] }, "participant_ids[]"],
    [{ "participant_ids[]": "a" }, "participant_ids[]"],
    [{ name: "n" }, "participant_ids[]"],
    [{ "participant_ids[]": ["a"], name: {} }, "name"],
    [{ "participant_ids[]": ["a"], name: () => "n" }, "name"],
  ])("refuse %j before anything is sent", async (body, argument) => {
    const { client, sent } = open();
    const call = client.startGroup(group(body));
    await expect(call).rejects.toMatchObject({ code: "configuration", argument });
    expect(sent).toEqual([]);
  });
});

describe("JSON bodies", () => {
  it("are sent as JSON, without undefined members", async () => {
    const { client, sent } = open();
    await client.renameRoom({
      path: { roomId: "1" },
      body: { name: "Ünï 😀", ...({ later: undefined } as object) },
    });
    expect(sent[0]?.body).toBe('{"name":"Ünï 😀"}');
    expect(sent[0]?.headers.get("content-type")).toBe("application/json");
  });

  it.each([{ name: "a", loop: 1n }, {}, undefined])("refuse %o", async (body) => {
    const { client, sent } = open();
    const call = client.renameRoom({ path: { roomId: "1" }, body: body as never });
    await expect(call).rejects.toMatchObject({ code: "configuration" });
    expect(sent).toEqual([]);
  });

  it("are absent, with their content type, where the operation has none", async () => {
    const { client, sent } = open();
    await client.readRoom({ path: { roomId: "1" } });
    expect(sent[0]?.body).toBeUndefined();
    expect(sent[0]?.headers.has("content-type")).toBe(false);
  });
});

describe("headers and fetch", () => {
  it("merge client and call headers, which cannot replace credentials or content type", async () => {
    const { client, sent } = open({ headers: { "x-a": "client", "x-b": "client" } });
    await client.renameRoom(
      { path: { roomId: "1" }, body: { name: "n" } },
      { headers: { "x-b": "call", Authorization: "mine", "Content-Type": "text/plain" } },
    );
    const headers = Object.fromEntries(sent[0]?.headers ?? []);
    expect(headers).toMatchObject({
      "x-a": "client",
      "x-b": "call",
      authorization: "Bearer fake-access-token",
      "content-type": "application/json",
      accept: "application/json",
    });
  });

  it("look the global fetch up at each call, so that a later patch is honoured", async () => {
    const client = testClient();
    const { fetch, sent } = fakeFetch(json(ROOM));
    vi.stubGlobal("fetch", fetch);
    await client.readRoom({ path: { roomId: "1" } });
    expect(sent).toHaveLength(1);
  });

  it("hand more RequestInit members through, those of the call first", async () => {
    const fetch = vi.fn(async (_: unknown, __?: RequestInit) => Response.json(ROOM));
    const client = testClient({ fetch, requestInit: { dispatcher: "client", cache: "no-store" } });
    await client.readRoom({ path: { roomId: "1" } }, { requestInit: { dispatcher: "call" } });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ dispatcher: "call", cache: "no-store" });
  });

  it("give each attempt of an outer retry the whole body", async () => {
    const { fetch, sent } = fakeFetch(json({}, { status: 503 }), json(ROOM));
    const twice = async (...args: Parameters<typeof fetch>) => {
      const first = await fetch(...args);
      return first.ok ? first : fetch(...args);
    };
    const client = testClient({ fetch: twice });
    await client.startGroup(group({ "participant_ids[]": ["a"] }));
    expect(sent.map(({ body }) => body)).toEqual(["participant_ids[]=a", "participant_ids[]=a"]);
  });
});
