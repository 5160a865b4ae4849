import { describe, expect, it } from "vitest";
import type { FetchDecorator } from "../src/index.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const room = { path: { roomId: "1" } };

describe("a decorator of the caller's", () => {
  it("sees a call once, whatever its attempts, as an address and an init", async () => {
    const seen: unknown[] = [];
    const look: FetchDecorator = (next) => (input, init) => {
      seen.push([input, init?.method, init?.body]);
      return next(input, init);
    };
    const { fetch, sent } = fakeFetch(text("", { status: 503 }), json(ROOM));
    const options = { fetch, decorators: [look], retry: { random: () => 0 } };
    await testClient(options).renameRoom({ ...room, body: { name: "n" } });
    expect(seen).toEqual([["https://api.example.com/rooms/1", "PUT", '{"name":"n"}']]);
    expect(sent).toHaveLength(2);
  });

  it("may change what is sent: the address, and headers in any of their forms", async () => {
    const change: FetchDecorator = (next) => (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set("X-Trace", "1");
      return next(new URL("?v=2", input as string), { ...init, headers });
    };
    const { fetch, sent } = fakeFetch(json(ROOM));
    await testClient({ fetch, decorators: [change] }).readRoom(room);
    expect(sent[0]).toMatchObject({ url: "https://api.example.com/rooms/1?v=2" });
    expect(sent[0]?.headers.get("x-trace")).toBe("1");
    expect(sent[0]?.headers.get("authorization")).toMatch(/^Bearer /);
  });

  it("may answer by itself, or change an answer, which is then read like any other", async () => {
    const cached: FetchDecorator = () => async () => json(ROOM)();
    const { fetch, sent } = fakeFetch(json({ error: "bad" }, { status: 400 }));
    const client = testClient({ fetch });
    await expect(client.readRoom(room, { decorators: [cached] })).resolves.toEqual(ROOM);
    expect(sent).toEqual([]);
    const gone: FetchDecorator = (next) => async (input, init) => {
      await next(input, init);
      return json({ error: "gone" }, { status: 404 })();
    };
    const call = client.readRoom(room, { decorators: [gone] });
    await expect(call).rejects.toMatchObject({ code: "not_found", body: { error: "gone" } });
  });

  it("that answers with a body without an end is ended by the caller's abort", async () => {
    const stalled: FetchDecorator = () => async () => new Response(new ReadableStream());
    const controller = new AbortController();
    const options = { decorators: [stalled], signal: controller.signal };
    const call = testClient().readRoom(room, options);
    await Promise.resolve();
    controller.abort(new Error("mine"));
    await expect(call).rejects.toThrow("mine");
  });

  it("several stand around each other, the first outermost", async () => {
    const order: string[] = [];
    const named =
      (name: string): FetchDecorator =>
      (next) =>
      (input, init) => {
        order.push(name);
        return next(input, init);
      };
    const { fetch } = fakeFetch(json(ROOM));
    await testClient({ fetch, decorators: [named("a"), named("b")] }).readRoom(room);
    expect(order).toEqual(["a", "b"]);
  });
});
