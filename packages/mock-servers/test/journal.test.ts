import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { JournalEntry, MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postGroup, postToken } from "./support/calls.js";
import { exchange, rawRequest } from "./support/raw.js";

let mocks: MockServers;
const told: JournalEntry[] = [];
beforeAll(async () => {
  mocks = await startMockServers({
    ibmVideoPort: 0,
    blendvisionPort: 0,
    journalSize: 3,
    onRequest: (entry) => told.push(entry),
  });
});
beforeEach(() => {
  mocks.reset();
  told.length = 0;
});
afterAll(() => mocks.stop());

const BODY = "participant_ids%5B%5D=a+b&participant_ids[]=%c3%A9&chat_token=s3cret&name=";

describe("requests()", () => {
  it("tells who was asked what, and how it was answered", async () => {
    await postGroup(mocks, "chat_token=t");
    expect(mocks.requests()).toEqual([
      {
        id: 1,
        provider: "ibm-video",
        operationId: "initializeGroupChat",
        method: "POST",
        path: "/channels/1234/chat/groups.json",
        headers: expect.objectContaining({ "content-type": "application/x-www-form-urlencoded" }),
        body: "chat_token=t",
        credential: "bearer",
        status: 400,
        violations: ["Request body must have required property 'participant_ids[]'"],
        forced: false,
        rule: null,
        fault: null,
        at: expect.any(Date),
        durationMs: expect.any(Number),
        response: {
          headers: { "content-type": "application/json" },
          body: '{"error":"bad_request"}',
        },
      },
    ]);
  });

  it("keeps both providers in one order", async () => {
    await getChat(mocks);
    await postToken(mocks, "{}");
    await getChat(mocks);
    expect(mocks.requests().map(({ provider }) => provider)).toEqual([
      "ibm-video",
      "blendvision",
      "ibm-video",
    ]);
  });

  it("keeps the bytes of path and body as they came", async () => {
    const line = "POST /channels/%31%2f../chat/groups.json?a=%7e&&b";
    const type = "Content-Type: application/x-www-form-urlencoded";
    await exchange(mocks.ibmVideo, rawRequest(line, [type, "Connection: close"], BODY));
    expect(mocks.requests()[0]).toMatchObject({
      path: "/channels/%31%2f../chat/groups.json?a=%7e&&b",
      body: BODY,
    });
  });

  it("masks the secrets of headers, but keeps the scheme and what is no secret", async () => {
    await postToken(mocks, "{}", { authorization: "bearer s3cret", cookie: "s3cret" });
    const [entry] = mocks.requests();
    expect(entry?.headers).toMatchObject({
      authorization: "bearer ***",
      cookie: "***",
      "x-bv-org-id": "any",
    });
    expect(JSON.stringify(entry?.headers)).not.toContain("s3cret");
  });

  it("remembers the last ones only", async () => {
    for (const id of ["1", "2", "3", "4", "5", "6", "7"]) {
      await fetch(`${mocks.ibmVideo}/${id}`);
    }
    expect(mocks.requests().map(({ path }) => path)).toEqual(["/5", "/6", "/7"]);
  });

  it("hands out a copy that nothing can spoil", async () => {
    await getChat(mocks);
    mocks.requests().pop();
    expect(mocks.requests()).toHaveLength(1);
  });

  it("says which answers were forced", async () => {
    mocks.force("initializeChat", { status: 402 });
    await getChat(mocks);
    await getChat(mocks, { prefer: "force" });
    await getChat(mocks);
    expect(mocks.requests().map(({ forced }) => forced)).toEqual([true, true, false]);
  });

  it("tells onRequest the same, before the answer is there", async () => {
    await getChat(mocks);
    expect(told).toEqual(mocks.requests());
  });
});

describe("a printed entry", () => {
  it.each([
    ["a form", BODY],
    ["a form with escapes in a key", "chat%5Ftoken=s3cret&client_secret=s3cret"],
    ["JSON", '{"refresh_token": "s3cret", "a": {"token":"s3c\\"ret"}, "password":["s3cret"]}'],
    ["broken JSON", '{"a":1,"refresh_token":"s3cret'],
  ])("shows no secrets of %s, however it is printed", async (_, body) => {
    await postGroup(mocks, body);
    const [entry] = mocks.requests();
    expect(entry?.body).toBe(body);
    for (const printed of [JSON.stringify(entry), inspect(entry), inspect(mocks.requests())]) {
      expect(printed).toContain("***");
      expect(printed).not.toContain("s3cret");
    }
  });

  it("shows no secrets of the query", async () => {
    await fetch(`${mocks.ibmVideo}/x?access_token=s3cret&a=1`);
    expect(inspect(mocks.requests())).toContain("/x?access_token=***&a=1");
  });

  it("keeps what is no secret", async () => {
    await postGroup(mocks, "participant_ids[]=a&chat_token=t&name=Our+chat");
    expect(JSON.stringify(mocks.requests())).toContain("participant_ids[]=a");
    expect(inspect(mocks.requests())).toContain("name=Our+chat");
  });
});
