import { describe, expect, it } from "vitest";
import {
  ConfigurationError,
  isChatError,
  NetworkError,
  NotFoundError,
  networkErrors,
  TimeoutError,
  UnexpectedResponseError,
} from "../src/index.js";
import { fakeFetch, json, testClient, text } from "./support.js";

const room = { path: { roomId: "1" } };
const failure = async (answer: () => Response) =>
  (await testClient({ fetch: fakeFetch(answer).fetch })
    .readRoom(room)
    .catch((thrown: unknown) => thrown)) as Error;

describe("the message of an error", () => {
  it.each([
    [304, "status 304 is no answer"],
    [400, "400: request refused; check its values"],
    [401, "401: credential refused; get a fresh one"],
    [402, "402: the account's plan lacks this"],
    [403, "403: the credential may not do this"],
    [404, "404: nothing at this address; check the ids"],
    [429, "429: too many requests; wait before the next"],
    [500, "500: provider unavailable; try again later"],
  ])("after %i says what to do", async (status, message) => {
    const error = await failure(text(null, { status }));
    expect(error.message).toBe(`test readRoom: ${message}`);
  });

  it("repeats what the provider says", () => {
    const { message } = new NotFoundError({
      status: 404,
      headers: new Headers(),
      body: null,
      providerCode: "NOT_FOUND",
      providerMessage: "no such room",
      requestId: null,
    });
    expect(message).toBe("404 (NOT_FOUND, no such room): nothing at this address; check the ids");
  });

  it.each([
    [undefined, "accessToken is missing or empty"],
    ["  ", "accessToken is missing or empty"],
    [() => null as never, "accessToken is missing or empty"],
    ["Bearer abc", 'accessToken must be one word of ASCII, without "Bearer" before it'],
    ["a bearer b", 'accessToken must be one word of ASCII, without "Bearer" before it'],
    ["ä", 'accessToken must be one word of ASCII, without "Bearer" before it'],
  ])("about credential %j says what is wrong with it", async (accessToken, message) => {
    const call = testClient({}, { accessToken }).readRoom(room);
    await expect(call).rejects.toMatchObject({ message: `test readRoom: ${message}` });
  });

  it("names no call where none was under way", async () => {
    const down = networkErrors()(() => Promise.reject(new Error("down")));
    const call = (input: string | Request) => down(input).catch((thrown: unknown) => thrown);
    const url = "https://api.example.com/rooms";
    expect(await call(url)).toMatchObject({ message: "no answer from api.example.com" });
    const request = new Request(url);
    expect(await call(request)).toMatchObject({ message: "no answer from api.example.com" });
    expect(await call("/rooms")).toMatchObject({
      code: "network",
      message: "no answer from same-origin",
    });
  });
});

describe("an error of ours", () => {
  it("that a fetch throws is no network error: it stays what it is", async () => {
    const inner = new TimeoutError({ scope: "attempt", afterMs: 1, phase: "headers" });
    const call = networkErrors()(() => Promise.reject(inner))("https://api.example.com");
    await expect(call).rejects.toBe(inner);
  });

  it.each([
    [new ConfigurationError("x"), "ConfigurationError"],
    [new NetworkError("x"), "NetworkError"],
    [new UnexpectedResponseError("x", { status: 200 }), "UnexpectedResponseError"],
    [new TimeoutError({ scope: "total", afterMs: 1, phase: "token" }), "TimeoutError"],
  ])("made on its own knows of no call and no cause: %o", (error, name) => {
    expect(error).toMatchObject({
      name,
      provider: null,
      operation: null,
      attempts: 0,
      failures: [],
    });
    expect(error).not.toHaveProperty("cause");
    expect(Object.keys(error)).not.toContain("name");
    expect(Object.getOwnPropertyDescriptor(error, "name")).toMatchObject({ configurable: true });
    expect(Reflect.get(error, Symbol.for("@roomkey/http/chat-error"))).toBe(true);
    expect(isChatError(error)).toBe(true);
  });

  it("keeps what the provider says apart from what it answered", async () => {
    const error = await failure(json({ error: "bad" }, { status: 400 }));
    expect(error).toMatchObject({ providerCode: "bad", providerMessage: null, requestId: null });
  });
});

describe("a credential", () => {
  it.each(["bearerabc", "basically", "abc==", "~!"])("may look like %s", async (accessToken) => {
    const { fetch, sent } = fakeFetch(json({ room: { id: "1" } }));
    await testClient({ fetch }, { accessToken }).readRoom(room);
    expect(sent[0]?.headers.get("authorization")).toBe(`Bearer ${accessToken}`);
  });
});
