import { describe, expect, it } from "vitest";
import {
  ChatError,
  InvalidRequestError,
  NotFoundError,
  PaymentRequiredError,
  PermissionDeniedError,
  RateLimitedError,
  ServiceUnavailableError,
  UnauthenticatedError,
  UnexpectedResponseError,
} from "../src/index.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const room = { path: { roomId: "1" } };
const answering = (answer: () => Response) => testClient({ fetch: fakeFetch(answer).fetch });
const failure = async (answer: () => Response) => {
  const error = await answering(answer)
    .readRoom(room)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ChatError);
  return error as ChatError & Record<string, unknown>;
};

describe("a 2xx", () => {
  it("gives the data, unknown members included", async () => {
    const body = { room: { id: "r1", tags: [{ name: "a" }], mood: null }, later: 1 };
    await expect(answering(json(body)).readRoom(room)).resolves.toEqual(body);
  });

  it("that the document does not list is held against the one that it does", async () => {
    await expect(answering(json(ROOM, { status: 201 })).readRoom(room)).resolves.toEqual(ROOM);
    expect((await failure(text(null, { status: 204 }))).code).toBe("unexpected_response");
  });

  it.each([
    ["an HTML page", text("<h1>Hi</h1>", { headers: { "content-type": "text/html" } })],
    [
      "broken JSON",
      text('{"room": {"id": "r', { headers: { "content-type": "application/json" } }),
    ],
    ["an empty body", text("", { headers: { "content-type": "application/json" } })],
    ["a JSON text that is no object", json("room")],
    ["null", json(null)],
  ])("that is %s is an UnexpectedResponseError", async (_, answer) => {
    const error = await failure(answer);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expect(error).toMatchObject({ status: 200, provider: "test", operation: "readRoom" });
  });

  it.each([
    [{}, "room"],
    [{ room: {} }, "room.id"],
    [{ room: { id: "1", tags: [{ name: "a" }, {}] } }, "room.tags[].name"],
  ])("%j lacks a required member, which the error names", async (body, path) => {
    expect(await failure(json(body))).toMatchObject({ code: "unexpected_response", path });
  });

  it("is asked only whether its members are there, not what they are", async () => {
    const body = { room: { id: null, tags: { name: "a" } } };
    await expect(answering(json(body)).readRoom(room)).resolves.toEqual(body);
  });

  it("may leave out what lies below an absent optional member", async () => {
    await expect(
      answering(json({ room: { id: "1", tags: null } })).readRoom(room),
    ).resolves.toEqual({
      room: { id: "1", tags: null },
    });
  });

  it("without content gives undefined where the document promises none", async () => {
    const client = answering(text(null, { status: 204 }));
    await expect(client.closeRoom(room)).resolves.toBeUndefined();
    expect(await client.closeRoom.result(room)).toMatchObject({ ok: true, status: 204 });
  });

  it.each([
    [[{ id: "1" }, {}], "[].id"],
    [[{ id: "1", seats: [[{ row: 1 }], [{}]] }], "[].seats[][].row"],
  ])("that is an array is looked through: %j", async (body, path) => {
    const { error } = await answering(json(body)).listMembers.result();
    expect(error).toMatchObject({ code: "unexpected_response", path });
  });

  it("larger than the limit is refused, and the rest is not read", async () => {
    let pulls = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            pulls += 1;
            controller.enqueue(new Uint8Array(1_000_000));
          },
        }),
      );
    const error = await failure(endless);
    expect(error).toMatchObject({ code: "unexpected_response", status: 200 });
    expect(pulls).toBeLessThan(10);
  });

  it("that breaks off is an UnexpectedResponseError with its cause", async () => {
    const cause = new Error("reset");
    const broken = () => new Response(new ReadableStream({ start: (c) => c.error(cause) }));
    expect(await failure(broken)).toMatchObject({ code: "unexpected_response", cause });
  });
});

describe("an error status", () => {
  it.each([
    [400, InvalidRequestError, "invalid_request"],
    [401, UnauthenticatedError, "unauthenticated"],
    [402, PaymentRequiredError, "payment_required"],
    [403, PermissionDeniedError, "permission_denied"],
    [404, NotFoundError, "not_found"],
    [405, InvalidRequestError, "invalid_request"],
    [408, ServiceUnavailableError, "unavailable"],
    [409, InvalidRequestError, "invalid_request"],
    [413, InvalidRequestError, "invalid_request"],
    [415, InvalidRequestError, "invalid_request"],
    [422, InvalidRequestError, "invalid_request"],
    [425, ServiceUnavailableError, "unavailable"],
    [429, RateLimitedError, "rate_limited"],
    [500, ServiceUnavailableError, "unavailable"],
    [501, ServiceUnavailableError, "unavailable"],
    [503, ServiceUnavailableError, "unavailable"],
  ])("%i becomes %o", async (status, ErrorClass, code) => {
    const error = await failure(json({ error: "some_value" }, { status }));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({
      name: ErrorClass.name,
      code,
      status,
      providerCode: "some_value",
      body: { error: "some_value" },
    });
  });

  it.each([
    ["empty", "", null],
    ["HTML", "<html>503</html>", "<html>503</html>"],
    ["truncated JSON", '{"error": "bro', '{"error": "bro'],
    ["invalid UTF-8", new Uint8Array([0xff, 0xfe]), "\ufffd\ufffd"],
  ])("keeps its class with a body that is %s", async (_, body, expected) => {
    const error = await failure(() => new Response(body, { status: 503 }));
    expect(error).toBeInstanceOf(ServiceUnavailableError);
    expect(error).toMatchObject({ status: 503, body: expected, providerCode: null });
  });

  it("keeps its class when the body breaks off", async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (c) => c.error(new Error("reset")) }), {
        status: 404,
      });
    expect(await failure(broken)).toBeInstanceOf(NotFoundError);
  });

  it("names the call, the status and the provider's words in its message", async () => {
    const error = await failure(json({ error: "not_found" }, { status: 404 }));
    expect(error.message).toMatch(/^test readRoom: 404 \(not_found\): /);
  });

  it("carries the request id where the answer names one", async () => {
    const error = await failure(json({}, { status: 500, headers: { "X-Request-Id": "req-7" } }));
    expect(error.requestId).toBe("req-7");
  });

  it.each([
    [{ "retry-after": "3" }, 3000],
    [{ "retry-after": "soon" }, null],
    [{}, null],
  ])("429 with %j says how long to wait", async (headers, retryAfterMs) => {
    const error = await failure(json({}, { status: 429, headers: headers as HeadersInit }));
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });
});

describe("no answer", () => {
  it("is a NetworkError that names the host and holds the original", async () => {
    const cause = new TypeError("fetch failed");
    const client = testClient({ fetch: () => Promise.reject(cause) });
    await expect(client.readRoom(room)).rejects.toMatchObject({
      code: "network",
      message: "test readRoom: no answer from api.example.com",
      cause,
    });
  });

  it("after the caller's abort is the caller's reason, untouched", async () => {
    const reason = new Error("changed my mind");
    const controller = new AbortController();
    const fetch = (_: unknown, init?: RequestInit) =>
      new Promise<Response>((__, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("other")));
        controller.abort(reason);
      });
    const { signal } = controller;
    await expect(testClient({ fetch }).readRoom(room, { signal })).rejects.toBe(reason);
    await expect(testClient({ fetch }).readRoom.result(room, { signal })).rejects.toBe(reason);
  });

  it("is what an answer counts as that comes after the caller's abort", async () => {
    const reason = new Error("changed my mind");
    const controller = new AbortController();
    const { signal } = controller;
    const late = async () => {
      controller.abort(reason);
      return Response.json(ROOM);
    };
    await expect(testClient({ fetch: late }).readRoom(room, { signal })).rejects.toBe(reason);
  });

  it("sends nothing when a hook aborts it first", async () => {
    const controller = new AbortController();
    const { fetch, sent } = fakeFetch(json(ROOM));
    const hooks = { onRequest: () => controller.abort(new Error("mine")) };
    const call = testClient({ fetch, hooks }).readRoom(room, { signal: controller.signal });
    await expect(call).rejects.toThrow("mine");
    expect(sent).toEqual([]);
  });

  it("is not even tried with a signal that is aborted already", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    const signal = AbortSignal.abort(new Error("too late"));
    await expect(testClient({ fetch }).readRoom(room, { signal })).rejects.toThrow("too late");
    expect(sent).toEqual([]);
  });
});

describe("result()", () => {
  it("gives data, headers and response on success", async () => {
    const result = await answering(json(ROOM, { headers: { "x-a": "1" } })).readRoom.result(room);
    expect(result).toMatchObject({ ok: true, status: 200, data: ROOM });
    expect(result.headers?.get("x-a")).toBe("1");
    expect(result.response).toBeInstanceOf(Response);
  });

  it("gives the error, typed by its status, instead of throwing it", async () => {
    const result = await answering(json({ error: "bad" }, { status: 400 })).readRoom.result(room);
    expect(result).toMatchObject({ ok: false, status: 400 });
    expect(result.status === 400 && result.error.body.error).toBe("bad");
    expect(result.response?.status).toBe(400);
  });

  it("has status null where there is no answer to go by", async () => {
    const refused = testClient({ fetch: () => Promise.reject(new Error("refused")) });
    const network = await refused.readRoom.result(room);
    expect(network).toMatchObject({ ok: false, status: null, response: null });
    const bad = await refused.readRoom.result({ path: { roomId: "" } });
    expect(bad).toMatchObject({ ok: false, status: null, error: { code: "configuration" } });
  });
});
