import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Fault, MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";
import { exchange, rawRequest, readAnswers } from "./support/raw.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const GET = rawRequest("GET /channels/1/chat.json");

const fault = (name: Fault): void => {
  mocks.control.addRule({ id: name, answer: { fault: name }, times: 1 });
};

/** What a client that waits for an answer gets to see. */
async function receive(): Promise<{ text: string; error: string | undefined }> {
  const { hostname, port } = new URL(mocks.ibmVideo);
  const socket = connect(Number(port), hostname);
  socket.write(GET);
  let text = "";
  try {
    for await (const chunk of socket) text += String(chunk);
    return { text, error: undefined };
  } catch (error) {
    return { text, error: (error as NodeJS.ErrnoException).code };
  }
}

describe("the fault", () => {
  it("reset breaks the connection off", async () => {
    fault("reset");
    expect(await receive()).toEqual({ text: "", error: "ECONNRESET" });
  });

  it("empty closes it without an answer", async () => {
    fault("empty");
    expect(await receive()).toEqual({ text: "", error: undefined });
  });

  it("truncate closes it in the middle of the body", async () => {
    fault("truncate");
    const { text, error } = await receive();
    const length = Number(/content-length: (\d+)/.exec(text)?.[1]);
    const body = text.slice(text.indexOf("\r\n\r\n") + 4);
    expect(error).toBeUndefined();
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(body.length).toBe(Math.floor(length / 2));
  });

  it("truncate is seen by fetch", async () => {
    fault("truncate");
    const response = await getChat(mocks);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it("malformed-json ends the body too early, and the connection goes on", async () => {
    fault("malformed-json");
    const [first, second] = readAnswers(await exchange(mocks.ibmVideo, GET + GET));
    expect(first?.head).toContain("content-type: application/json");
    expect(() => JSON.parse(first?.body ?? "")).toThrow();
    expect(JSON.parse(second?.body ?? "")).toHaveProperty("chat");
  });

  it("stall never answers, and does not keep the servers from stopping", async () => {
    const stalling = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    stalling.control.addRule({ answer: { fault: "stall" } });
    const client = new AbortController();
    const given = fetch(`${stalling.ibmVideo}/channels/1/chat.json`, { signal: client.signal });
    const waiting = getChat(stalling).catch(() => "cut");
    while (stalling.requests().length < 2) await new Promise(setImmediate);
    // Whoever waits no longer has got nothing until then.
    client.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    const start = performance.now();
    await stalling.stop();
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await waiting).toBe("cut");
  });

  it("wrong-content-type sends the body as plain text", async () => {
    fault("wrong-content-type");
    const response = await getChat(mocks);
    expect(response.headers.get("content-type")).toBe("text/plain");
    expect(await response.json()).toHaveProperty("chat");
  });

  it("html-error is the page of a proxy", async () => {
    fault("html-error");
    const response = await getChat(mocks);
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("<h1>");
  });

  it("html-error has the status that the rule names", async () => {
    mocks.control.addRule({ answer: { fault: "html-error", status: 504 } });
    expect((await getChat(mocks)).status).toBe(504);
  });

  it("is in the journal", async () => {
    fault("reset");
    await receive();
    expect(mocks.requests()[0]).toMatchObject({ rule: "reset", fault: "reset" });
  });
});

describe("a slow answer", () => {
  it("may take a random time within bounds", async () => {
    mocks.control.addRule({ answer: { delay: { min: "60ms", max: "90ms" } } });
    const start = performance.now();
    await getChat(mocks);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  it("may come piece by piece", async () => {
    mocks.control.addRule({ answer: { bodyDelay: 100 } });
    const start = performance.now();
    const response = await getChat(mocks);
    const headersAfter = performance.now() - start;
    expect(await response.json()).toHaveProperty("chat");
    expect(performance.now() - start).toBeGreaterThanOrEqual(90);
    expect(headersAfter).toBeLessThan(performance.now() - start);
  });

  it("is given up when its client goes away", async () => {
    mocks.control.addRule({ answer: { delay: "10m" }, times: 1 });
    const client = new AbortController();
    const given = fetch(`${mocks.ibmVideo}/channels/1/chat.json`, { signal: client.signal });
    while (mocks.requests().length < 1) await new Promise(setImmediate);
    client.abort();
    await expect(given).rejects.toMatchObject({ name: "AbortError" });
    expect((await getChat(mocks)).status).toBe(200);
  });

  it("has its headers at once when only they are asked for", async () => {
    mocks.control.addRule({ answer: { bodyDelay: "10m" } });
    const response = await fetch(`${mocks.ibmVideo}/channels/1/chat.json`, {
      method: "HEAD",
      headers: { authorization: "Bearer any" },
    });
    expect(response.status).toBe(200);
  });

  it("may depend on the time that has passed", async () => {
    mocks.control.addRule({ match: { elapsed: { to: "1h" } }, answer: { status: 503 } });
    expect((await getChat(mocks)).status).toBe(503);
  });
});
