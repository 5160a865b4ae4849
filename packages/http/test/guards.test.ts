import { createContext as createRealm, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createApiErrorGuard, isChatError, NotFoundError } from "../src/index.js";
import { fakeFetch, json, type TestOperations, testClient } from "./support.js";

const room = { path: { roomId: "1" } };
const isApiError = createApiErrorGuard<TestOperations>("test");
const failure = async (status = 400) => {
  const { fetch } = fakeFetch(json({ error: "bad" }, { status }));
  return testClient({ fetch })
    .readRoom(room)
    .catch((thrown: unknown) => thrown);
};

describe("isChatError", () => {
  it("knows our errors, and their code", async () => {
    const error = await failure(429);
    expect(isChatError(error)).toBe(true);
    expect(isChatError(error, "rate_limited")).toBe(true);
    expect(isChatError(error, "not_found")).toBe(false);
  });

  it.each([new Error("x"), null, undefined, "text", { code: "rate_limited" }])(
    "does not take %o for one",
    (value) => {
      expect(isChatError(value)).toBe(false);
    },
  );

  it("knows an error of another copy of the package, and of another realm", () => {
    const brand = 'Symbol.for("@roomkey/http/chat-error")';
    const source = `Object.assign(new Error("x"), { [${brand}]: true, code: "not_found" })`;
    const foreign: unknown = runInContext(source, createRealm({}));
    expect(foreign).not.toBeInstanceOf(Error);
    expect(foreign).not.toBeInstanceOf(NotFoundError);
    expect(isChatError(foreign, "not_found")).toBe(true);
  });
});

describe("isApiError", () => {
  it("tells the operation and the status", async () => {
    const error = await failure(400);
    expect(isApiError(error, "readRoom")).toBe(true);
    expect(isApiError(error, "readRoom", 400)).toBe(true);
    expect(isApiError(error, "readRoom", 403)).toBe(false);
    expect(isApiError(error, "listRooms")).toBe(false);
    expect(createApiErrorGuard<TestOperations>("other")(error, "readRoom")).toBe(false);
  });

  it("does not take an error without an answer for one", async () => {
    const client = testClient({ fetch: () => Promise.reject(new Error("down")) });
    const error = await client.readRoom(room).catch((thrown: unknown) => thrown);
    expect(isApiError(error, "readRoom")).toBe(false);
  });
});
