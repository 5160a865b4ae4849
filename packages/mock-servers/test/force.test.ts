import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { ChoiceError, startMockServers } from "../src/index.js";
import { getChat, postGroup } from "./support/calls.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const statuses = async (count: number): Promise<number[]> => {
  const found: number[] = [];
  for (let call = 0; call < count; call += 1) found.push((await getChat(mocks)).status);
  return found;
};

describe("force()", () => {
  it("decides the next answer of an operation, and no more", async () => {
    mocks.force("initializeChat", { status: 402 });
    expect(await statuses(2)).toEqual([402, 200]);
  });

  it("decides as many answers as it is told", async () => {
    mocks.force("initializeChat", { status: 503, times: 2 });
    expect(await statuses(3)).toEqual([503, 503, 200]);
  });

  it("decides all of them until the reset when told so", async () => {
    mocks.force("initializeChat", { status: 503, times: Number.POSITIVE_INFINITY });
    expect(await statuses(4)).toEqual([503, 503, 503, 503]);
    mocks.reset();
    expect(await statuses(1)).toEqual([200]);
  });

  it("gives several answers in the order they were forced", async () => {
    mocks.force("initializeChat", { status: 402 });
    mocks.force("initializeChat", { status: 404 });
    expect(await statuses(3)).toEqual([402, 404, 200]);
  });

  it("leaves other operations alone", async () => {
    mocks.force("initializeChat", { status: 402 });
    const body = "participant_ids[]=a&chat_token=t";
    expect((await postGroup(mocks, body)).status).toBe(200);
    expect(await statuses(1)).toEqual([402]);
  });

  it("takes the name of an example", async () => {
    mocks.force("initializeChat", { example: "anonymous" });
    const response = await getChat(mocks);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ chat: { user: { default_name: null } } });
  });

  it("goes before a Prefer header and before errors", async () => {
    mocks.force("initializeChat", { status: 402 });
    const response = await getChat(mocks, { prefer: "code=503", authorization: "" });
    expect(response.status).toBe(402);
  });

  it.each([
    ["nope", { status: 402 }, "No document holds an operation nope, only initializeChat"],
    ["initializeChat", { status: 418 }, "initializeChat documents no status 418"],
    ["initializeChat", { status: 402, example: "nope" }, "no example nope for status 402"],
  ])("refuses what the documents do not hold: %s %j", (operationId, answer, message) => {
    const force = (): void => mocks.force(operationId, answer);
    expect(force).toThrow(ChoiceError);
    expect(force).toThrow(message);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses to answer %d times", (times) => {
    expect(() => mocks.force("initializeChat", { times })).toThrow(RangeError);
  });

  it("knows every operation of both documents", () => {
    for (const operationId of [
      "initializeChat",
      "initializeGroupChat",
      "createAccessToken",
      "createChatroom",
      "createChatroomToken",
      "refreshChatroomToken",
      "getChatroom",
      "getChatroomConfig",
    ]) {
      expect(() => mocks.force(operationId, {})).not.toThrow();
    }
  });
});
