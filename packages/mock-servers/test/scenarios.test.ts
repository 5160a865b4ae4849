import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postGroup } from "./support/calls.js";
import { getRoom, postAccessToken, postRoom } from "./support/rooms.js";

const ANY = { ibmVideoPort: 0, blendvisionPort: 0 };
const FORM = "participant_ids[]=a&chat_token=t";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers(ANY);
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

async function statuses(...calls: (() => Promise<Response>)[]): Promise<number[]> {
  const found: number[] = [];
  for (const call of calls) found.push((await call()).status);
  return found;
}

const chat = (): Promise<Response> => getChat(mocks);
const group = (): Promise<Response> => postGroup(mocks, FORM);
const room = (): Promise<Response> => getRoom(mocks);
const config = (): Promise<Response> => getRoom(mocks, "/config");

describe("the scenario", () => {
  it("happy is on at the start and changes nothing", async () => {
    expect(mocks.control.scenario().name).toBe("happy");
    expect(await statuses(chat, group, room, config)).toEqual([200, 200, 200, 200]);
  });

  it("anonymous-viewer makes the viewer nobody that the platform knows", async () => {
    mocks.control.useScenario("anonymous-viewer");
    expect(await (await chat()).json()).toMatchObject({
      chat: { user: { default_name: null, has_verified_user: false } },
    });
    expect(await (await config()).json()).toMatchObject({ user: { is_guest: true } });
    expect((await getChat(mocks, { authorization: "" })).status).toBe(401);
  });

  it("token-expires is good for one room, then 401 until the credential is refreshed", async () => {
    mocks.control.useScenario("token-expires");
    expect(await statuses(chat, group, chat)).toEqual([200, 401, 401]);
    await postAccessToken(mocks);
    expect(await statuses(chat, chat)).toEqual([200, 401]);
    expect((await getChat(mocks, { authorization: "Bearer another" })).status).toBe(200);
    expect(await statuses(room, config, room, config)).toEqual([200, 200, 401, 401]);
    expect(await (await room()).json()).toMatchObject({ message: "the credential has expired" });
    await postRoom(mocks, "/tokens:refresh", { refresh_token: "any" });
    expect(await statuses(room, config, room)).toEqual([200, 200, 401]);
  });

  it("payment-required is a 402 of IBM Video", async () => {
    mocks.control.useScenario("payment-required");
    expect(await statuses(chat, group, room)).toEqual([402, 402, 200]);
  });

  it("room-missing is a 404 of both", async () => {
    mocks.control.useScenario("room-missing");
    const issue = (): Promise<Response> => postRoom(mocks, "/r/tokens");
    expect(await statuses(chat, group, room, config, issue)).toEqual([404, 404, 404, 404, 404]);
    expect(await (await room()).json()).toMatchObject({ code: 5 });
  });

  it("not-owner is a 403 of both", async () => {
    mocks.control.useScenario("not-owner");
    const create = (): Promise<Response> => postRoom(mocks, "");
    expect(await statuses(chat, group, create, room)).toEqual([200, 403, 403, 200]);
  });

  it("rate-limited lets every other call through", async () => {
    mocks.control.useScenario("rate-limited");
    const limited = await chat();
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await statuses(chat, room, room, chat)).toEqual([200, 429, 200, 429]);
  });

  it("outage-30s ends after half a minute", async () => {
    mocks.control.useScenario("outage-30s");
    const down = await chat();
    expect([down.status, down.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await statuses(group, room, () => postAccessToken(mocks))).toEqual([503, 503, 503]);
    mocks.control.clock.advance("29s");
    expect((await chat()).status).toBe(503);
    mocks.control.clock.advance("2s");
    expect(await statuses(chat, room)).toEqual([200, 200]);
  });

  it("flaky-20% loses about one call in five", async () => {
    mocks.control.useScenario("flaky-20%");
    let [errors, resets] = [0, 0];
    for (let n = 0; n < 200; n += 1) {
      try {
        if ((await chat()).status === 503) errors += 1;
      } catch {
        resets += 1;
      }
    }
    expect(errors).toBeGreaterThan(5);
    expect(resets).toBeGreaterThan(5);
    expect(errors + resets).toBeGreaterThan(20);
    expect(errors + resets).toBeLessThan(65);
  });

  it("slow-3g takes its time", async () => {
    mocks.control.useScenario("slow-3g");
    const start = performance.now();
    await (await chat()).text();
    expect(performance.now() - start).toBeGreaterThan(880);
  });

  it("schema-surprise sends what no document promises", async () => {
    mocks.control.useScenario("schema-surprise");
    expect(await (await chat()).json()).toMatchObject({
      future: { nested: [1, null, "x"] },
      chat: { user: { default_name: null }, stream_data: { channel_type: "hologram" } },
    });
    expect(await (await room()).json()).toMatchObject({
      chatroom: { status: "CHAT_STATUS_HOLOGRAM", viewer_info: null },
    });
    expect(await (await config()).json()).toMatchObject({ user: { custom_name: null } });
    expect(await (await group()).json()).toMatchObject({ group: { channel_type: "hologram" } });
    expect(await (await postAccessToken(mocks)).json()).toMatchObject({ future: null });
    expect(await (await postRoom(mocks, "/r/tokens")).json()).toMatchObject({
      refresh_token: null,
    });
  });
});

describe("switching", () => {
  it("takes the rules of the one before away, and leaves those added by hand", async () => {
    mocks.control.addRule({ id: "mine", answer: { headers: { "x-mine": "1" } } });
    mocks.control.useScenario("payment-required");
    mocks.control.useScenario("room-missing");
    const ids = mocks.control.rules().map(({ id, source }) => `${source} ${id}`);
    expect(ids).toEqual(["own mine", "scenario ibm-404", "scenario blendvision-404"]);
    mocks.control.clearRules();
    expect(mocks.control.rules()).toHaveLength(2);
  });

  it("starts anew when the same one is switched to, and by reset()", async () => {
    mocks.control.useScenario("rate-limited");
    expect(await statuses(chat, chat)).toEqual([429, 200]);
    mocks.control.useScenario("rate-limited");
    expect((await chat()).status).toBe(429);
    mocks.reset();
    expect(mocks.control.scenario().name).toBe("happy");
  });

  it("is possible to a scenario of one's own", async () => {
    mocks.control.useScenario({ name: "mine", rules: [{ answer: { status: 402 } }] });
    expect((await chat()).status).toBe(402);
    expect(() => mocks.control.useScenario("nope")).toThrow(
      "there is no scenario nope, only happy",
    );
    const rules = [{ match: { operationId: "nope" } }];
    expect(() => mocks.control.useScenario({ name: "bad", rules })).toThrow(
      "rules[0].match.operationId: no document holds nope",
    );
    expect(mocks.control.scenario().name).toBe("mine");
  });

  it("is possible through the control API", async () => {
    const call = async (method: string, path: string, body?: object): Promise<[number, string]> => {
      const response = await fetch(mocks.controlUrl + path, {
        method,
        headers: { "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      });
      return [response.status, await response.text()];
    };
    const [, list] = await call("GET", "/scenarios");
    const { scenarios } = JSON.parse(list) as {
      scenarios: { name: string; description: string }[];
    };
    expect(scenarios.map(({ name }) => name)).toEqual([
      "happy",
      "anonymous-viewer",
      "token-expires",
      "payment-required",
      "room-missing",
      "not-owner",
      "rate-limited",
      "outage-30s",
      "flaky-20%",
      "slow-3g",
      "schema-surprise",
    ]);
    expect(scenarios.every(({ description }) => description.length > 20)).toBe(true);
    expect((await call("PUT", "/scenario", { name: "payment-required" }))[0]).toBe(200);
    expect((await chat()).status).toBe(402);
    expect((await call("GET", "/scenario"))[1]).toContain('"payment-required"');
    expect((await call("PUT", "/scenario", { name: "nope" }))[0]).toBe(400);
    const own = { rules: [{ answer: { status: 404 } }] };
    expect((await call("PUT", "/scenario", own))[0]).toBe(200);
    expect((await chat()).status).toBe(404);
    const bad = await call("PUT", "/scenario", { rules: [{ match: { nth: 0 } }] });
    expect(bad[1]).toContain("rules[0].match.nth: must be at least 1, not 0");
    expect((await call("DELETE", "/scenario"))[0]).toBe(204);
    expect((await chat()).status).toBe(200);
  });
});
