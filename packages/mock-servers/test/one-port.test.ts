import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postToken } from "./support/calls.js";
import { exchange, rawRequest, readAnswers } from "./support/raw.js";

let mocks: MockServers;
let origin: string;
beforeAll(async () => {
  mocks = await startMockServers({ port: 0 });
  origin = new URL(mocks.ibmVideo).origin;
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

describe("one port for both", () => {
  it("has each provider under a prefix of its own", async () => {
    expect(mocks.ibmVideo).toBe(`${origin}/ibm-video`);
    expect(mocks.blendvision).toBe(`${origin}/blendvision`);
    expect((await getChat(mocks)).status).toBe(200);
    expect((await postToken(mocks, "{}")).status).toBe(200);
  });

  it("keeps the vendor's path in the journal, as on a port of its own", async () => {
    await getChat(mocks);
    expect(mocks.requests()[0]).toMatchObject({
      provider: "ibm-video",
      path: "/channels/1234/chat.json",
    });
  });

  it("says where the providers are when asked for anything else", async () => {
    for (const path of ["/", "/channels/1/chat.json", "/ibm-videos/x"]) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(404);
      expect(((await response.json()) as { detail: string }).detail).toContain("/ibm-video or");
    }
  });

  it("keeps what led to neither provider in the journal as well, as it was sent", async () => {
    await fetch(`${origin}/channels/1/chat.json?access_token=s3cret`, {
      method: "POST",
      body: "x",
    });
    await fetch(`${origin}/@worker-9/nope`);
    await getChat(mocks);
    const [lost, ...others] = mocks.requests();
    expect(lost).toMatchObject({
      provider: null,
      operationId: null,
      method: "POST",
      path: "/channels/1/chat.json?access_token=s3cret",
      body: "x",
      status: 404,
    });
    expect(others).toMatchObject([{ provider: "ibm-video" }]);
    expect(mocks.control.count({ provider: "none" })).toBe(1);
    const list = await fetch(`${origin}/@worker-9/__roomkey/requests?provider=none`);
    expect(await list.json()).toMatchObject({ requests: [{ provider: null, path: "/nope" }] });
    const har = (await (await fetch(`${origin}/__roomkey/requests.har?provider=none`)).json()) as {
      log: { entries: { request: { url: string } }[] };
    };
    const urls = har.log.entries.map(({ request }) => request.url);
    expect(urls).toEqual([`${origin}/channels/1/chat.json?access_token=***`]);
  });

  it("takes targets with a host, as proxies send them", async () => {
    const line = `GET ${mocks.ibmVideo}/channels/1/chat.json`;
    const [answer] = readAnswers(await exchange(origin, rawRequest(line, ["Connection: close"])));
    expect(answer?.status).toBe(200);
  });

  it("can be had beside ports of their own", async () => {
    await using both = await startMockServers({ port: 0, ibmVideoPort: 0 });
    expect(new URL(both.ibmVideo).pathname).toBe("/");
    expect(both.blendvision).toMatch(/\/blendvision$/);
    expect(new URL(both.controlUrl).origin).toBe(new URL(both.blendvision).origin);
    expect((await getChat(both)).status).toBe(200);
  });
});

describe("a session", () => {
  const inSession = (name: string): MockServers => ({
    ...mocks,
    ibmVideo: `${origin}/@${name}/ibm-video`,
  });

  it("is named in the path and has a journal of its own", async () => {
    await getChat(inSession("worker-1"));
    expect(mocks.requests()).toEqual([]);
    const list = await fetch(`${origin}/@worker-1/__roomkey/requests`);
    expect(((await list.json()) as { requests: unknown[] }).requests).toHaveLength(1);
  });

  it("is named by a header where the path cannot", async () => {
    const headers = { "x-roomkey-session": "worker-2" };
    await getChat(mocks, headers);
    expect(mocks.requests()).toEqual([]);
    const count = await fetch(`${mocks.controlUrl}/requests/count`, { headers });
    expect(await count.json()).toEqual({ count: 1 });
  });

  it("is listed and can be closed", async () => {
    await getChat(inSession("worker-3"));
    const names = async (): Promise<string[]> =>
      ((await (await fetch(`${mocks.controlUrl}/sessions`)).json()) as { sessions: string[] })
        .sessions;
    expect(await names()).toEqual(expect.arrayContaining(["default", "worker-3"]));
    const remove = (name: string): Promise<Response> =>
      fetch(`${mocks.controlUrl}/sessions/${name}`, { method: "DELETE" });
    expect((await remove("worker-3")).status).toBe(204);
    expect(await names()).not.toContain("worker-3");
    expect((await remove("worker-3")).status).toBe(404);
    expect((await remove("default")).status).toBe(404);
  });

  it("with a name that cannot be is refused", async () => {
    const response = await getChat(mocks, { "x-roomkey-session": "a b" });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("may be opened by 200 workers, not by a program gone wild", async () => {
    await using many = await startMockServers({ port: 0 });
    const open = async (name: string): Promise<number> =>
      (await fetch(many.ibmVideo, { headers: { "x-roomkey-session": name } })).status;
    const statuses = [];
    for (let n = 1; n <= 201; n += 1) statuses.push(await open(`s${n}`));
    expect(statuses.slice(0, 199)).not.toContain(400);
    expect(statuses.at(-1)).toBe(400);
  });
});
