import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat, postGroup, postToken } from "./support/calls.js";
import { exchange, readAnswers } from "./support/raw.js";

const ANY = { ibmVideoPort: 0, blendvisionPort: 0 };
const GROUP = "participant_ids[]=a&chat_token=s3cret";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers(ANY);
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const get = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(mocks.controlUrl + path, init);

async function list(query: string): Promise<{ id: number; operationId: string }[]> {
  const response = await get(`/requests${query}`);
  return ((await response.json()) as { requests: { id: number; operationId: string }[] }).requests;
}

describe("health", () => {
  it("is told on the port of either provider", async () => {
    for (const base of [mocks.ibmVideo, mocks.blendvision]) {
      const health = await fetch(`${base}/__roomkey/health`);
      expect([health.status, await health.json()]).toEqual([200, { status: "up" }]);
      const ready = await fetch(`${base}/__roomkey/ready`);
      expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
    }
  });
});

describe("the document of the control API", () => {
  it("has every operation, each of which is there", async () => {
    const response = await get("/openapi.json");
    const { openapi, servers, paths } = (await response.json()) as {
      openapi: string;
      servers: { url: string }[];
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    expect(openapi).toBe("3.1.0");
    expect(servers).toEqual([{ url: mocks.controlUrl }]);
    const ids = Object.values(paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["getHealth", "listRequests", "countRequests"]));
    for (const path of Object.keys(paths)) {
      const { status, headers } = await get(path, { method: "PATCH" });
      expect([path, status]).toEqual([path, 405]);
      expect(headers.get("allow")).toBe(
        Object.keys(paths[path] ?? {})
          .join(", ")
          .toUpperCase(),
      );
    }
  });
});

describe("GET /requests", () => {
  it("lists the journal without secrets", async () => {
    await postGroup(mocks, GROUP);
    const text = await (await get("/requests")).text();
    expect(JSON.parse(text)).toMatchObject({
      requests: [
        {
          operationId: "initializeGroupChat",
          body: "participant_ids[]=a&chat_token=***",
          credential: "bearer",
          status: 200,
        },
      ],
    });
    expect(text).not.toContain("s3cret");
  });

  it("masks the secrets of answers, whatever they stand under", async () => {
    await getChat(mocks);
    await fetch(`${mocks.ibmVideo}/channels/eyJhbGciOiJub25lIn0.eyJhIjoxfQ.s1g/chat.json`);
    for (const path of ["/requests", "/requests.ndjson", "/requests.har"]) {
      const text = await (await get(path)).text();
      expect(text).toContain("***");
      expect(text).not.toMatch(/eyJ[\w-]+\./);
    }
  });

  it.each([
    ["?provider=blendvision", [3]],
    ["?operationId=initializeChat", [1, 4]],
    ["?method=post", [2, 3]],
    ["?path=/channels/*/chat.json", [1, 4]],
    ["?status=401", [4]],
    ["?status=4xx", [2, 4]],
    ["?credential=none", [4]],
    ["?valid=false", [2, 4]],
    ["?valid=true&limit=1", [3]],
    ["?forced=true", []],
    ["?after=3", [4]],
    ["?limit=2", [3, 4]],
    ["?provider=ibm-video&status=200", [1]],
  ])("with %s lists what is meant", async (query, expected) => {
    await getChat(mocks);
    await postGroup(mocks, "chat_token=t");
    await postToken(mocks, "{}");
    await fetch(`${mocks.ibmVideo}/channels/1/chat.json`);
    const first = mocks.requests()[0]?.id ?? 0;
    const shifted = query.replace(/after=(\d)/, (_, n) => `after=${Number(n) + first - 1}`);
    expect((await list(shifted)).map(({ id }) => id - first + 1)).toEqual(expected);
  });

  it.each(["?stats=402", "?status=abc", "?valid=maybe", "?limit=-1", "?provider=zoom"])(
    "refuses %s instead of listing everything",
    async (query) => {
      const response = await get(`/requests${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    },
  );

  it("can be had as lines and as an HTTP archive", async () => {
    await postGroup(mocks, GROUP);
    await getChat(mocks);
    const lines = await get("/requests.ndjson?status=200");
    expect(lines.headers.get("content-type")).toBe("application/x-ndjson");
    const parsed = (await lines.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(parsed.map(({ operationId }) => operationId)).toEqual([
      "initializeGroupChat",
      "initializeChat",
    ]);
    const { log } = (await (await get("/requests.har")).json()) as {
      log: { version: string; entries: Record<string, unknown>[] };
    };
    expect(log.version).toBe("1.2");
    expect(log.entries[0]).toMatchObject({
      startedDateTime: expect.stringMatching(/Z$/),
      request: {
        method: "POST",
        url: expect.stringMatching(/^http:.*\/ibm-video\/channels\/1234\/chat\/groups\.json$/),
        postData: { text: "participant_ids[]=a&chat_token=***" },
      },
      response: { status: 200, content: { mimeType: "application/json" } },
    });
  });

  it("is emptied by DELETE", async () => {
    await getChat(mocks);
    expect((await get("/requests", { method: "DELETE" })).status).toBe(204);
    expect(mocks.requests()).toEqual([]);
  });
});

describe("GET /requests/count", () => {
  it("counts, and says when the count is not what a test expects", async () => {
    await getChat(mocks);
    await getChat(mocks);
    const count = async (query: string): Promise<[number, unknown]> => {
      const response = await get(`/requests/count${query}`);
      const { count: counted, detail } = (await response.json()) as Record<string, unknown>;
      return [response.status, counted ?? detail];
    };
    expect(await count("")).toEqual([200, 2]);
    expect(await count("?operationId=initializeChat&exactly=2")).toEqual([200, 2]);
    expect(await count("?status=402&atMost=0")).toEqual([200, 0]);
    expect(await count("?atLeast=2&atMost=3")).toEqual([200, 2]);
    expect(await count("?exactly=1")).toEqual([
      409,
      "Expected exactly 1 such requests, there are 2",
    ]);
    expect((await count("?atLeast=3"))[0]).toBe(409);
    expect((await count("?atMost=1"))[0]).toBe(409);
    expect((await count("?exactly=x"))[0]).toBe(400);
  });
});

describe("GET /requests/events", () => {
  /** Reads events until there are so many. */
  async function read(response: Response, wanted: number): Promise<{ id: string; data: string }[]> {
    const events: { id: string; data: string }[] = [];
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
        const [, id = "", data = ""] = /^event: request\nid: (\d+)\ndata: (.*)$/.exec(
          text.slice(0, end),
        ) ?? [""];
        if (id !== "") events.push({ id, data });
        text = text.slice(end + 2);
      }
      if (events.length >= wanted) break;
    }
    return events;
  }

  it("sends each request as it comes in, without secrets, the meant ones only", async () => {
    const response = await get("/requests/events?provider=ibm-video");
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const events = read(response, 2);
    await postToken(mocks, "{}");
    await postGroup(mocks, GROUP);
    await getChat(mocks);
    const [first, second] = await events;
    expect(JSON.parse(first?.data ?? "")).toMatchObject({ operationId: "initializeGroupChat" });
    expect(first?.data).not.toContain("s3cret");
    expect(JSON.parse(second?.data ?? "")).toMatchObject({ operationId: "initializeChat" });
  });

  it("goes on after the last event that a reader has seen", async () => {
    await getChat(mocks);
    await getChat(mocks);
    await getChat(mocks);
    const [first, ...rest] = mocks.requests().map(({ id }) => String(id));
    const headers = { "last-event-id": first ?? "" };
    const events = await read(await get("/requests/events", { headers }), 2);
    expect(events.map(({ id }) => id)).toEqual(rest);
  });

  it("does not keep the servers from stopping at once", async () => {
    const short = await startMockServers(ANY);
    const response = await fetch(`${short.controlUrl}/requests/events`);
    const start = performance.now();
    await short.stop();
    expect(performance.now() - start).toBeLessThan(400);
    await response.text();
  });
});

describe("who may use the control API", () => {
  const CLOSE = "Connection: close\r\n\r\n";
  const ask = async (headers: string, path = "/requests"): Promise<number | undefined> => {
    const text = await exchange(
      mocks.ibmVideo,
      `GET /__roomkey${path} HTTP/1.1\r\n${headers}${CLOSE}`,
    );
    return readAnswers(text)[0]?.status;
  };

  it("programs of this machine, under a name of this machine", async () => {
    expect(await ask("Host: localhost:1\r\n")).toBe(200);
    expect(await ask("Host: [::1]:1\r\n")).toBe(200);
    expect(await ask("Host: attacker.example\r\n")).toBe(403);
  });

  it("pages of this machine in a browser, and no others", async () => {
    expect(await ask("Host: localhost\r\nOrigin: http://localhost:3000\r\n")).toBe(200);
    expect(await ask("Host: localhost\r\nOrigin: https://attacker.example\r\n")).toBe(403);
    expect(await ask("Host: localhost\r\nOrigin: null\r\n")).toBe(403);
  });

  it("everybody may ask for the health", async () => {
    expect(await ask("Host: mocks.example\r\n", "/health")).toBe(200);
    expect(await ask("Host: mocks.example\r\n", "/ready")).toBe(200);
  });

  it("who is elsewhere may not, unless told otherwise", async () => {
    const outer = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4")?.address;
    if (outer === undefined) return;
    for (const [controlFrom, expected] of [
      ["loopback", 403],
      ["anywhere", 200],
    ] as const) {
      await using open = await startMockServers({ ...ANY, host: "0.0.0.0", controlFrom });
      const { port } = new URL(open.ibmVideo);
      const base = `http://${outer}:${port}/__roomkey`;
      expect((await fetch(`${base}/requests`)).status).toBe(expected);
      expect((await fetch(`${base}/health`)).status).toBe(200);
    }
  });

  it("asks for the control token where there is one", async () => {
    await using locked = await startMockServers({ ...ANY, controlToken: "not-a-real-secret" });
    const call = async (authorization?: string): Promise<number> =>
      (
        await fetch(`${locked.controlUrl}/requests`, {
          headers: authorization === undefined ? {} : { authorization },
        })
      ).status;
    expect(await call()).toBe(401);
    expect(await call("Bearer wrong")).toBe(401);
    expect(await call("Bearer not-a-real-secret")).toBe(200);
    expect((await fetch(`${locked.controlUrl}/health`)).status).toBe(200);
  });
});

describe("control", () => {
  it("does the same without HTTP", async () => {
    await getChat(mocks);
    await postToken(mocks, "{}");
    expect(mocks.control.count()).toBe(2);
    expect(mocks.control.requests({ provider: "blendvision" })).toEqual([mocks.requests()[1]]);
    expect(mocks.control.count({ status: "4xx" })).toBe(0);
    mocks.control.clearRequests();
    expect(mocks.control.count()).toBe(0);
  });
});
