import { describe, expect, it, vi } from "vitest";
import { bearerAuth } from "../src/index.js";
import { fakeFetch, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";
const refusal = text("no", { status: 401 });

/** Two tokens, one after the other. */
const source = () => vi.fn().mockReturnValueOnce("fake-one").mockReturnValueOnce("fake-two");
const stream = () => new Blob(["whole"]).stream();

describe("after a 401", () => {
  it.each<[string, () => [string | Request, RequestInit?]]>([
    ["no body", () => [URL_]],
    ["a text", () => [URL_, { method: "PUT", body: "whole" }]],
    ["a stream", () => [URL_, { method: "PUT", body: stream(), duplex: "half" } as RequestInit]],
    ["a Request without a body", () => [new Request(URL_)]],
    ["a Request with a body", () => [new Request(URL_, { method: "PUT", body: "whole" })]],
  ])("a request with %s is sent again, whole", async (_, request) => {
    const { fetch, sent } = fakeFetch(refusal, text("ok"));
    const tokens = source();
    const response = await bearerAuth(tokens)(fetch)(...request());
    expect(response.status).toBe(200);
    expect(tokens.mock.calls[1]?.[0]).toMatchObject({ rejected: "fake-one" });
    const [first, second] = sent.map(({ url, method, body }) => ({ url, method, body }));
    expect(second).toEqual(first);
  });

  it("a source that has no other token leaves it at that", async () => {
    const { fetch, sent } = fakeFetch(refusal, text("ok"));
    expect((await bearerAuth(() => "same")(fetch)(URL_)).status).toBe(401);
    expect((await bearerAuth("text")(fetch)(URL_)).status).toBe(200);
    expect(sent).toHaveLength(2);
    const text_ = fakeFetch(refusal, text("ok"));
    expect((await bearerAuth("text")(text_.fetch)(URL_)).status).toBe(401);
  });

  it("the refused answer is given back to the connection, with a body or without", async () => {
    const cancel = vi.fn(() => {
      throw new Error("gone already");
    });
    const answer = () => new Response(new ReadableStream({ cancel }), { status: 401 });
    const { fetch } = fakeFetch(answer, text("ok"));
    expect((await bearerAuth(source())(fetch)(URL_)).status).toBe(200);
    expect(cancel).toHaveBeenCalledOnce();
    const empty = fakeFetch(text(null, { status: 401 }), text("ok"));
    expect((await bearerAuth(source())(empty.fetch)(URL_)).status).toBe(200);
  });

  it("any other status is not followed by another request", async () => {
    const { fetch, sent } = fakeFetch(text("no", { status: 403 }), text("ok"));
    await bearerAuth(source())(fetch)(URL_);
    expect(sent).toHaveLength(1);
  });
});
