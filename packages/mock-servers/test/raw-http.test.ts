import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { exchange, rawRequest, readAnswers } from "./support/raw.js";
import { jsonResponse, serveDocument } from "./support/serve-document.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const GET = rawRequest("GET /channels/1/chat.json");
const FORM = "Content-Type: application/x-www-form-urlencoded";
const POST_LINE = "POST /channels/1/chat/groups.json";
const BODY = "participant_ids[]=a&chat_token=t";
const POST = rawRequest(POST_LINE, [FORM], BODY);

const statuses = async (bytes: string | Buffer): Promise<number[]> =>
  readAnswers(await exchange(mocks.ibmVideo, bytes)).map(({ status }) => status);

describe("bytes that are no HTTP request", () => {
  it.each([
    ["rubbish", "\u0000\u0001rubbish\r\n\r\n"],
    ["another protocol", "SSH-2.0-OpenSSH_9.2\r\n"],
    ["a TLS handshake", Buffer.from("16030100a5010000a10303", "hex")],
    ["an unknown version", "GET / HTTP/9.9\r\nHost: mock\r\n\r\n"],
    ["a header without a colon", "GET / HTTP/1.1\r\nHost mock\r\n\r\n"],
    ["a space in the target", "GET /a b HTTP/1.1\r\nHost: mock\r\n\r\n"],
    ["two lengths", `${POST_LINE} HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab`],
    ["a length that is no number", `${POST_LINE} HTTP/1.1\r\nContent-Length: x\r\n\r\n`],
    ["no Host header", "GET /channels/1/chat.json HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["a body cut short", rawRequest(POST_LINE, [FORM], BODY).slice(0, -5)],
    ["a request cut short", GET.slice(0, 20)],
  ])("get a 400 problem: %s", async (_, bytes) => {
    const answers = readAnswers(await exchange(mocks.ibmVideo, bytes));
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(answers[0]?.head).toContain("content-type: application/problem+json");
    expect(JSON.parse(answers[0]?.body ?? "")).toMatchObject({ status: 400 });
  });

  it("get a 431 problem when they are headers without end", async () => {
    expect(await statuses(`GET / HTTP/1.1\r\nX: ${"x".repeat(20_000)}\r\n\r\n`)).toEqual([431]);
  });

  it("get a 405 problem when they ask for a tunnel", async () => {
    expect(await statuses("CONNECT mock:443 HTTP/1.1\r\nHost: mock\r\n\r\n")).toEqual([405]);
  });

  it("get their answer in one piece, however many of them there are", async () => {
    const [answer] = readAnswers(await exchange(mocks.ibmVideo, "rubbish\r\n".repeat(200_000)));
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ status: 400 });
  });

  it("do not keep others from being answered", async () => {
    await statuses("rubbish\r\n\r\n");
    expect(await statuses(GET)).toEqual([200]);
  });
});

describe("several requests on one connection", () => {
  it("are answered in their order when they are sent at once", async () => {
    const second = rawRequest("GET /nope");
    expect(await statuses(GET + second + POST + GET)).toEqual([200, 404, 200, 200]);
    expect(mocks.requests()).toHaveLength(4);
  });

  it.each([
    ["a GET", GET],
    ["a form", POST],
  ])("are answered up to the rubbish that follows: %s", async (_, request) => {
    expect(await statuses(`${request}rubbish\r\n\r\n`)).toEqual([200, 400]);
  });

  it("take the bytes after the announced length for a request of their own", async () => {
    const short = rawRequest(POST_LINE, [FORM], BODY).replace(`: ${BODY.length}`, `: ${6}`);
    const [first, second] = readAnswers(await exchange(mocks.ibmVideo, short));
    expect([first?.status, second?.status]).toEqual([400, 400]);
    expect(mocks.requests()[0]?.body).toBe(BODY.slice(0, 6));
  });
});

describe("a request", () => {
  it("may come in chunks", async () => {
    const chunks = "20\r\nparticipant_ids[]=a&chat_token=t\r\n0\r\n\r\n";
    const head = rawRequest(POST_LINE, [FORM, "Transfer-Encoding: chunked"]);
    expect(await statuses(head + chunks)).toEqual([200]);
    expect(mocks.requests()[0]?.body).toBe(BODY);
  });

  it("in chunks that are broken gets a 400 problem", async () => {
    const head = rawRequest(POST_LINE, [FORM, "Transfer-Encoding: chunked"]);
    expect(await statuses(`${head}zz\r\n`)).toEqual([400]);
  });

  it("is answered although its client has closed its half of the connection", async () => {
    let release = (): void => {};
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const get = { operationId: "get", responses: { "200": jsonResponse({}) } };
    await using served = await serveDocument({ "/": { get } }, {}, hold);
    const { hostname, port } = new URL(served.url);
    const socket = connect(Number(port), hostname);
    // The server has seen the end when it has had a few turns after it was sent.
    socket.end(rawRequest("GET /"), async () => {
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
      release();
    });
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(readAnswers(text).map(({ status }) => status)).toEqual([200]);
  });

  it("that wants to switch protocols is answered as it is", async () => {
    const headers = ["Connection: Upgrade", "Upgrade: websocket"];
    expect(await statuses(rawRequest("GET /channels/1/chat.json", headers))).toEqual([200]);
  });

  it("may wait for 100 Continue", async () => {
    const text = await exchange(
      mocks.ibmVideo,
      rawRequest(POST_LINE, [FORM, "Expect: 100-continue"], BODY),
    );
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  });

  it("of HTTP 1.0 is answered and needs no Host header", async () => {
    const bytes = "GET /channels/1/chat.json HTTP/1.0\r\nAuthorization: Bearer any\r\n\r\n";
    expect(await statuses(bytes)).toEqual([200]);
  });

  it("whose body is too large is answered, and the connection goes on", async () => {
    const large = rawRequest(POST_LINE, [FORM], "x".repeat(2 * 1024 * 1024));
    expect(await statuses(large + GET)).toEqual([413, 200]);
  });

  it("whose client goes away in the middle of it harms nobody", async () => {
    const { hostname, port } = new URL(mocks.ibmVideo);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.write(POST.slice(0, -5), () => socket.resetAndDestroy());
      socket.on("close", () => resolve());
    });
    expect(await statuses(GET)).toEqual([200]);
  });
});
