import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { violations } from "./support/calls.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, bodyLimit: 10_000 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const FORM = "participant_ids[]=a&chat_token=s3cret";

async function post(body: Buffer, coding: string): Promise<Response> {
  return fetch(`${mocks.ibmVideo}/channels/1/chat/groups.json`, {
    method: "POST",
    headers: {
      authorization: "Bearer any",
      "content-type": "application/x-www-form-urlencoded",
      "content-encoding": coding,
    },
    body: new Uint8Array(body),
  });
}

describe("a compressed body", () => {
  it.each([
    ["gzip", gzipSync(FORM)],
    ["x-gzip", gzipSync(FORM)],
    ["GZIP", gzipSync(FORM)],
    ["deflate", deflateSync(FORM)],
    ["br", brotliCompressSync(FORM)],
  ])("is read: %s", async (coding, body) => {
    expect((await post(body, coding)).status).toBe(200);
    expect(mocks.requests()[0]?.body).toBe(FORM);
    expect(JSON.stringify(mocks.requests())).not.toContain("s3cret");
  });

  it("is judged by what is in it", async () => {
    const response = await post(gzipSync("chat_token=t"), "gzip");
    expect(response.status).toBe(400);
    expect(violations(response)[0]).toContain("participant_ids[]");
  });

  it("that is broken or none at all gets the documented error", async () => {
    for (const body of [Buffer.from(FORM), gzipSync(FORM).subarray(0, 20)]) {
      const response = await post(body, "gzip");
      expect([response.status, await response.json()]).toEqual([400, { error: "bad_request" }]);
      expect(violations(response)).toEqual(["Request body is not valid gzip"]);
    }
  });

  it("in a coding that is not known is a 415", async () => {
    for (const coding of ["zstd", "gzip, br", "constructor"]) {
      expect((await post(gzipSync(FORM), coding)).status).toBe(415);
    }
  });

  it("that unfolds beyond the limit is a 413, however small it is", async () => {
    expect((await post(gzipSync("x".repeat(20_000)), "gzip")).status).toBe(413);
    expect((await post(gzipSync(FORM), "gzip")).status).toBe(200);
  });
});
