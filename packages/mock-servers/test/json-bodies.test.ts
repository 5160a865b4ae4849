import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { postGroup, postToken, violations } from "./support/calls.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, bodyLimit: 300_000 });
});
afterAll(() => mocks.stop());

const DEEP = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;

describe("a JSON body", () => {
  it.each([
    ["cut off", '{"role":', "not valid JSON (end of JSON input)"],
    ["followed by something else", '{"role":"ROLE_ADMIN"}x', "not valid JSON"],
    ["not JSON at all", "role=ROLE_ADMIN", "not valid JSON"],
    ["null", "null", "Request body"],
    ["a list", "[]", "Request body must be object"],
    ["a hundred thousand levels deep", DEEP, "Request body must be object"],
    ["with a value that is not allowed", '{"role":"ROLE_X"}', "role must be equal to one of"],
    ["with a value of the wrong type", '{"name":5}', "name must be string"],
  ])("that is %s gets the documented 400, and the header says why", async (_, body, rule) => {
    const response = await postToken(mocks, body);
    expect(violations(response).join("\n")).toContain(rule);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 3 });
  });

  it("that cannot be parsed gets the documented example for that", async () => {
    const response = await postToken(mocks, "{");
    expect(await response.json()).toMatchObject({ message: "the body is not valid JSON" });
  });

  it("that is not UTF-8 is refused", async () => {
    const response = await fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms/r1/tokens`, {
      method: "POST",
      headers: {
        authorization: "Bearer any",
        "x-bv-org-id": "any",
        "content-type": "application/json",
      },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    });
    expect(response.status).toBe(400);
    expect(violations(response)).toEqual(["Request body is not valid UTF-8"]);
  });

  it("never shows up in the header when it cannot be parsed", async () => {
    const response = await postToken(mocks, '{"refresh_token":"s3cret",x');
    expect(violations(response).join()).not.toContain("s3cret");
  });
});

describe("a content type that the operation does not document", () => {
  it.each(["application/json", "text/plain", "multipart/form-data; boundary=x", ";;", ""])(
    "%j is refused with the documented 400, and the header names the right one",
    async (type) => {
      const body = "participant_ids[]=a&chat_token=t";
      const response = await postGroup(mocks, body, { "content-type": type });
      expect(response.status).toBe(400);
      expect(violations(response)[0]).toContain("must be application/x-www-form-urlencoded");
      expect(await response.json()).toEqual({ error: "bad_request" });
    },
  );
});

describe("a body that cannot be taken", () => {
  it("because it is larger than the limit is answered with a 413 problem", async () => {
    const response = await postToken(mocks, JSON.stringify({ name: "x".repeat(300_000) }));
    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ detail: "The limit is 300000 bytes" });
  });

  it("because it is compressed in an unknown way is answered with a 415 problem", async () => {
    const response = await postToken(mocks, "{}", { "content-encoding": "zstd" });
    expect(response.status).toBe(415);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });
});
