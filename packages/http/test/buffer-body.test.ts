import { expect, it } from "vitest";
import { bufferBody, compose, hooks, type ResponseEvent } from "../src/index.js";
import { fakeFetch, text } from "./support.js";

const URL_ = "https://api.example.com/rooms";

it("an answer that is read where it comes in has a size for the hooks around it", async () => {
  const told: ResponseEvent[] = [];
  const { fetch } = fakeFetch(text("whole"));
  await compose(hooks({ onResponse: (event) => told.push(event) }), bufferBody())(fetch)(URL_);
  expect(told).toMatchObject([{ responseSize: 5, url: URL_ }]);
});

it("an answer larger than the limit is refused", async () => {
  const { fetch } = fakeFetch(text("whole"));
  await expect(bufferBody(4)(fetch)(URL_)).rejects.toMatchObject({
    code: "unexpected_response",
    message: "the body is larger than 4 bytes",
  });
});
