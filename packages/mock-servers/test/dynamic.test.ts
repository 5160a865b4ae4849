import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

const chat = async (prefer: string): Promise<string> => (await getChat(mocks, { prefer })).text();

describe("a dynamic answer", () => {
  it("is made up from the schema", async () => {
    expect(JSON.parse(await chat("dynamic=true"))).toMatchObject({
      chat: {
        stream_data: { api_key: expect.any(String), team: expect.any(String) },
        user: { has_verified_user: expect.any(Boolean), token: expect.any(String) },
      },
    });
  });

  it("is the same for the same seed, and another one for another", async () => {
    const first = await chat("dynamic=true, seed=7");
    expect(await chat("dynamic=true, seed=7")).toBe(first);
    expect(await chat("dynamic=true, seed=8")).not.toBe(first);
  });

  it("without a seed is a new one each time, also after one with a seed", async () => {
    const answers = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      await chat("dynamic=true, seed=7");
      answers.add(await chat("dynamic=true"));
    }
    expect(answers.size).toBe(5);
  });

  it("keeps to its seed while others are made at the same time", async () => {
    const first = await chat("dynamic=true, seed=7");
    const prefers = Array.from({ length: 20 }, (_, index) =>
      index % 2 === 0 ? "dynamic=true, seed=7" : "dynamic=true",
    );
    const answers = await Promise.all(prefers.map(chat));
    expect(new Set(answers.filter((_, index) => index % 2 === 0))).toEqual(new Set([first]));
    expect(new Set(answers.filter((_, index) => index % 2 === 1)).size).toBe(10);
  });

  it("can be had for an error as well", async () => {
    const response = await getChat(mocks, { prefer: "code=404, dynamic=true, force=true" });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
  });

  it("takes values from faker where a schema asks for them", async () => {
    const schema = {
      type: "object",
      required: ["mail"],
      properties: { mail: { type: "string", faker: "internet.email" } },
    };
    await using served = await serveDocument({
      "/": { get: { operationId: "get", responses: { "200": jsonResponse({}, schema) } } },
    });
    const response = await fetch(served.url, { headers: { prefer: "dynamic" } });
    expect(await response.json()).toMatchObject({ mail: expect.stringMatching(/^\S+@\S+\.\w+$/) });
  });

  it("cannot be made without a schema, which is said", async () => {
    await using served = await serveDocument({
      "/": { get: { operationId: "get", responses: { "204": { description: "Nothing" } } } },
    });
    const response = await fetch(served.url, { headers: { prefer: "dynamic" } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail: "get has no schema for status 204, so no dynamic answer can be made",
    });
    expect((await fetch(served.url)).status).toBe(204);
  });
});
