import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers, NthMatch, Rule } from "../src/index.js";
import { RuleError, startMockServers } from "../src/index.js";
import { getChat, postGroup, postToken, violations } from "./support/calls.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const PAY: Rule["answer"] = { status: 402 };

/** The statuses of so many calls, one after the other. */
async function calls(n: number, call: () => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let made = 0; made < n; made += 1) statuses.push((await call()).status);
  return statuses;
}

describe("a rule matches on", () => {
  it("nothing: every request that a document holds its answer for", async () => {
    mocks.control.addRule({ answer: { status: 503 } });
    expect((await getChat(mocks)).status).toBe(503);
    expect((await postToken(mocks, "{}")).status).toBe(503);
  });

  it("the provider", async () => {
    mocks.control.addRule({ match: { provider: "blendvision" }, answer: { status: 503 } });
    expect((await getChat(mocks)).status).toBe(200);
    expect((await postToken(mocks, "{}")).status).toBe(503);
  });

  it("the operation, or several", async () => {
    mocks.control.addRule({ match: { operationId: "initializeChat" }, answer: PAY });
    expect((await getChat(mocks)).status).toBe(402);
    expect((await postGroup(mocks, "participant_ids[]=a&chat_token=t")).status).toBe(200);
    mocks.reset();
    const operationId = ["initializeChat", "initializeGroupChat"];
    mocks.control.addRule({ match: { operationId }, answer: PAY });
    expect((await getChat(mocks)).status).toBe(402);
    expect((await postGroup(mocks, "participant_ids[]=a&chat_token=t")).status).toBe(402);
  });

  it("a path parameter, decoded", async () => {
    mocks.control.addRule({ match: { pathParameters: { channelId: "a b" } }, answer: PAY });
    const get = (id: string): Promise<Response> =>
      fetch(`${mocks.ibmVideo}/channels/${id}/chat.json`, {
        headers: { authorization: "Bearer a" },
      });
    expect((await get("a%20b")).status).toBe(402);
    expect((await get("ab")).status).toBe(200);
  });

  it.each([
    ["the same", "ios", "ios", true],
    ["another", "ios", "android", false],
    ["a part", { contains: "o" }, "ios", true],
    ["no such part", { contains: "x" }, "ios", false],
    ["a pattern", { pattern: "^i.s$" }, "ios", true],
    ["another pattern", { pattern: "^o" }, "ios", false],
    ["one at all", { present: true }, "ios", true],
    ["none", { present: false }, "ios", false],
  ])("a header: %s", async (_, value, sent, isMet) => {
    mocks.control.addRule({ match: { headers: { "X-Platform": value } }, answer: PAY });
    expect((await getChat(mocks, { "x-platform": sent })).status).toBe(isMet ? 402 : 200);
  });

  it("a header that is not there", async () => {
    mocks.control.addRule({ match: { headers: { prefer: { present: false } } }, answer: PAY });
    expect((await getChat(mocks)).status).toBe(402);
  });

  it.each([
    ["a form field", { name: "Our chat" }, true],
    ["another value", { name: "Their chat" }, false],
    ["an item of a list", { "participant_ids[]": { contains: "ada" } }, true],
    ["no item of a list", { "participant_ids[]": { contains: "ad" } }, false],
    ["an item at its place", { "participant_ids[].1": "grace" }, true],
    ["a field that is not there", { nope: { present: false } }, true],
  ])("a member of the body: %s", async (_, body, isMet) => {
    mocks.control.addRule({ match: { body }, answer: PAY });
    const form = "participant_ids[]=ada&participant_ids[]=grace&chat_token=t&name=Our+chat";
    expect((await postGroup(mocks, form)).status).toBe(isMet ? 402 : 200);
  });

  it("a member deep in JSON", async () => {
    const body = { "custom_counters.0.key": "like" };
    mocks.control.addRule({ match: { body }, answer: { status: 500 } });
    const create = (json: string): Promise<Response> =>
      fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms`, {
        method: "POST",
        headers: {
          authorization: "Bearer any",
          "x-bv-org-id": "any",
          "content-type": "application/json",
        },
        body: json,
      });
    expect((await create('{"custom_counters":[{"key":"like"}]}')).status).toBe(500);
    expect((await create('{"custom_counters":[{"key":"heart"}]}')).status).toBe(200);
  });

  it.each<[string, number | NthMatch, number[]]>([
    ["the second call", 2, [200, 402, 200, 200]],
    ["from the third on", { from: 3 }, [200, 200, 402, 402]],
    ["the first two", { to: 2 }, [402, 402, 200, 200]],
    ["every second", { from: 2, every: 2 }, [200, 402, 200, 402]],
  ])("the n-th call: %s", async (_, nth, expected) => {
    mocks.control.addRule({ match: { operationId: "initializeChat", nth }, answer: PAY });
    await postToken(mocks, "{}");
    expect(await calls(4, () => getChat(mocks))).toEqual(expected);
  });

  it("the n-th call with the same credential, until another rule starts the count again", async () => {
    mocks.control.addRule({
      id: "expired",
      match: { operationId: "initializeChat", nth: { from: 2, per: "credential" } },
      answer: { status: 401 },
    });
    mocks.control.addRule({
      match: { operationId: "initializeGroupChat" },
      answer: { restarts: ["expired"] },
    });
    const as = (name: string) => () => getChat(mocks, { authorization: `Bearer ${name}` });
    expect(await calls(2, as("ada"))).toEqual([200, 401]);
    expect(await calls(2, as("grace"))).toEqual([200, 401]);
    await postGroup(mocks, "participant_ids[]=a&chat_token=t");
    expect(await calls(2, as("ada"))).toEqual([200, 401]);
  });

  it("chance, which hits the same calls for the same seed", async () => {
    const run = async (seed: string): Promise<number[]> => {
      await using seeded = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0, seed });
      seeded.control.addRule({ match: { probability: 0.3 }, answer: PAY });
      return await calls(40, () => getChat(seeded));
    };
    const [one, again, other] = [await run("7"), await run("7"), await run("8")];
    expect(one).toEqual(again);
    expect(one).not.toEqual(other);
    const hits = one.filter((status) => status === 402).length;
    expect(hits).toBeGreaterThan(3);
    expect(hits).toBeLessThan(25);
  });
});

describe("a rule answers with", () => {
  it("a documented status, also to an invalid request", async () => {
    mocks.control.addRule({ answer: PAY });
    const response = await getChat(mocks, { authorization: "" });
    expect([response.status, await response.json()]).toEqual([402, { error: "invalid_request" }]);
  });

  it("a documented status to valid requests only, when it does not force it", async () => {
    mocks.control.addRule({ answer: { status: 402, force: false } });
    expect((await getChat(mocks, { authorization: "" })).status).toBe(401);
    expect((await getChat(mocks)).status).toBe(402);
  });

  it("a named example", async () => {
    mocks.control.addRule({
      match: { operationId: "initializeChat" },
      answer: { example: "anonymous" },
    });
    const { chat } = (await (await getChat(mocks)).json()) as { chat: { user: object } };
    expect(chat.user).toMatchObject({ default_name: null, has_verified_user: false });
  });

  it("a text of its own, byte for byte, and any status with it", async () => {
    const html = { "content-type": "text/html" };
    mocks.control.addRule({ answer: { status: 418, text: "<p>tea", headers: html }, times: 1 });
    const tea = await getChat(mocks);
    expect([tea.status, tea.headers.get("content-type")]).toEqual([418, "text/html"]);
    expect(await tea.text()).toBe("<p>tea");
    mocks.control.addRule({ answer: { status: 503, text: "" }, times: 1 });
    expect(await (await getChat(mocks)).text()).toBe("");
    mocks.control.addRule({ answer: { text: '{"chat": {}}', fault: "truncate" }, times: 1 });
    await expect((await getChat(mocks)).text()).rejects.toThrow();
  });

  it("a body of its own, and any status with it", async () => {
    mocks.control.addRule({ answer: { status: 418, body: { tea: true } } });
    const response = await getChat(mocks);
    expect([response.status, await response.json()]).toEqual([418, { tea: true }]);
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("members changed, added and set to null", async () => {
    const set = { "chat.user.default_name": null, "chat.user.new": { a: 1 }, "no.such.path": 1 };
    mocks.control.addRule({ match: { operationId: "initializeChat" }, answer: { set } });
    const { chat } = (await (await getChat(mocks)).json()) as { chat: { user: object } };
    expect(chat.user).toMatchObject({ default_name: null, new: { a: 1 }, has_verified_user: true });
    mocks.reset();
    expect(await (await getChat(mocks)).text()).not.toContain('"new"');
  });

  it("more headers", async () => {
    const headers = { "Retry-After": 7, "X-RateLimit-Reset": "1" };
    mocks.control.addRule({ answer: { status: 429, headers } });
    const response = await getChat(mocks, { origin: "http://localhost:3000" });
    expect(response.headers.get("retry-after")).toBe("7");
    expect(response.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("something so many times only", async () => {
    mocks.control.addRule({ answer: PAY, times: 2 });
    expect(await calls(3, () => getChat(mocks))).toEqual([402, 402, 200]);
  });

  it("the usual answer, late", async () => {
    mocks.control.addRule({ answer: { delay: 80 } });
    const start = performance.now();
    expect((await getChat(mocks)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  });
});

describe("several rules", () => {
  it("are asked in the order in which they were added", async () => {
    mocks.control.addRule({ answer: PAY, times: 1 });
    mocks.control.addRule({ answer: { status: 404 } });
    expect(await calls(2, () => getChat(mocks))).toEqual([402, 404]);
  });

  it("go before Prefer, and behind force()", async () => {
    mocks.control.addRule({ answer: PAY });
    mocks.force("initializeChat", { status: 429 });
    expect(await calls(2, () => getChat(mocks, { prefer: "code=404" }))).toEqual([429, 402]);
  });

  it("that only change how leave what to Prefer", async () => {
    mocks.control.addRule({ answer: { headers: { "x-slow": "1" } } });
    const response = await getChat(mocks, { prefer: "code=404" });
    expect([response.status, response.headers.get("x-slow")]).toEqual([404, "1"]);
  });
});

describe("who looks for the reason of an answer", () => {
  it("finds the rule in the headers, the violations and the journal", async () => {
    mocks.control.addRule({ id: "pay-first", answer: PAY });
    const response = await getChat(mocks);
    expect(response.headers.get("x-roomkey-rule")).toBe("pay-first");
    expect(violations(response)).toEqual(["Answered by the rule pay-first"]);
    expect(mocks.requests()[0]).toMatchObject({ rule: "pay-first", violations: [], status: 402 });
    expect(mocks.control.count({ rule: "pay-first" })).toBe(1);
  });
});

describe("control.rules()", () => {
  it("lists rules with what they have done, and they can be taken away", async () => {
    const id = mocks.control.addRule({ match: { nth: 2 }, answer: PAY });
    await calls(3, () => getChat(mocks));
    expect(mocks.control.rules()).toEqual([
      { id, match: { nth: 2 }, answer: PAY, source: "own", matched: 3, answered: 1 },
    ]);
    expect([mocks.control.removeRule(id), mocks.control.removeRule(id)]).toEqual([true, false]);
    mocks.control.addRule({ answer: PAY });
    mocks.control.clearRules();
    expect(mocks.control.rules()).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ anwser: {} }, "anwser: is not known here, only id, match, answer, times"],
    [{ match: { nth: "two" } }, "match.nth: must be a whole number or an object"],
    [{ match: { nth: 0 } }, "match.nth: must be at least 1, not 0"],
    [{ match: { nth: { from: 3, to: 2 } } }, "match.nth.to: must not be less than from"],
    [{ match: { provider: "zoom" } }, "match.provider: must be one of ibm-video, blendvision"],
    [{ match: { operationId: "open" } }, "match.operationId: no document holds open"],
    [{ match: { headers: { a: { pattern: "(" } } } }, "must be a regular expression"],
    [{ match: { probability: 2 } }, "match.probability: must be at most 1, not 2"],
    [{ answer: { fault: "explode" } }, "answer.fault: must be one of reset, empty, truncate"],
    [
      { answer: { delay: "soon" } },
      'answer.delay: must be a duration such as 250ms, 30s, 5m, not "soon"',
    ],
    [{ answer: { delay: { min: 2, max: 1 } } }, "answer.delay.max: must not be less than min"],
    [{ answer: { headers: { "a b": "c" } } }, "answer.headers.a b: must be a header"],
    [{ answer: { headers: { a: "b\r\nc: d" } } }, "answer.headers.a: must be a header"],
    [
      { match: { operationId: "initializeChat" }, answer: { status: 418 } },
      "documents no status 418",
    ],
    [{ answer: { example: "nope" } }, "answer: "],
    [{ times: 0 }, "times: must be at least 1"],
    [{ id: "a b" }, "id: must be up to 64 letters"],
    ["nonsense", "must be an object"],
  ])("refuses %j", (rule, message) => {
    expect(() => mocks.control.addRule(rule as Rule)).toThrow(RuleError);
    expect(() => mocks.control.addRule(rule as Rule)).toThrow(message);
    expect(mocks.control.rules()).toEqual([]);
  });

  it("refuses an id that is taken", () => {
    mocks.control.addRule({ id: "one" });
    expect(() => mocks.control.addRule({ id: "one" })).toThrow("there is a rule one already");
  });
});

describe("/__roomkey/rules", () => {
  const call = async (
    method: string,
    path = "",
    body?: unknown,
  ): Promise<{ status: number; json: Record<string, unknown> }> => {
    const response = await fetch(`${mocks.controlUrl}/rules${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === "" ? {} : JSON.parse(text) };
  };

  it("adds, lists and removes rules", async () => {
    const rule = { id: "pay", match: { operationId: "initializeChat", nth: 2 }, answer: PAY };
    expect(await call("POST", "", rule)).toEqual({ status: 201, json: { ids: ["pay"] } });
    expect(await calls(2, () => getChat(mocks))).toEqual([200, 402]);
    expect((await call("GET")).json).toMatchObject({ rules: [{ ...rule, answered: 1 }] });
    expect((await call("GET", "/pay")).json).toMatchObject(rule);
    expect((await call("DELETE", "/pay")).status).toBe(204);
    expect((await call("DELETE", "/pay")).status).toBe(404);
    expect((await call("POST", "", { rules: [rule, { answer: PAY }] })).status).toBe(201);
    expect((await call("DELETE")).status).toBe(204);
    expect((await call("GET")).json).toEqual({ rules: [] });
  });

  it("says everything that is wrong, and adds nothing then", async () => {
    const bad = { match: { nth: 0 }, answer: { fault: "x" } };
    const { status, json } = await call("POST", "", { rules: [{ id: "good" }, bad] });
    expect(status).toBe(400);
    expect(json.errors).toHaveLength(2);
    expect((await call("GET")).json).toEqual({ rules: [] });
  });

  it("reads JSON only, so that no page can send it something without asking", async () => {
    const response = await fetch(`${mocks.controlUrl}/rules`, { method: "POST", body: "{}" });
    expect(response.status).toBe(415);
  });
});
