import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { describe, expect, it, vi } from "vitest";
import { PortTakenError, startMockServers } from "../src/index.js";
import { getChat } from "./support/calls.js";

const ANY = { ibmVideoPort: 0, blendvisionPort: 0 };

/** Whether something listens there. */
async function isOpen(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** A port that another program listens on. */
async function takePort(): Promise<{ port: number } & AsyncDisposable> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      server.close();
      await once(server, "close");
    },
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  await using taken = await takePort();
  return taken.port;
}

/** A connection over which some bytes were sent, and nothing else happens. */
async function openSocket(url: string, bytes: string): Promise<AsyncDisposable> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  await once(socket, "connect");
  if (bytes !== "") await new Promise((resolve) => socket.write(bytes, resolve));
  return {
    [Symbol.asyncDispose]: async () => {
      socket.destroy();
    },
  };
}

describe("startMockServers()", () => {
  it("takes two free ports of this machine when told 0", async () => {
    await using mocks = await startMockServers(ANY);
    expect(mocks.ibmVideo).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(mocks.blendvision).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(mocks.ibmVideo).not.toBe(mocks.blendvision);
  });

  it("takes the ports it is told", async () => {
    const ibmVideoPort = await freePort();
    await using mocks = await startMockServers({ ...ANY, ibmVideoPort });
    expect(mocks.ibmVideo).toBe(`http://127.0.0.1:${ibmVideoPort}`);
  });

  it("may run more than once in a process, each with a journal of its own", async () => {
    await using one = await startMockServers(ANY);
    await using two = await startMockServers(ANY);
    await getChat(one);
    expect([one.requests().length, two.requests().length]).toEqual([1, 0]);
  });

  it("lets clients keep a connection for a minute, so that none is closed while it is used", async () => {
    await using mocks = await startMockServers(ANY);
    expect((await getChat(mocks)).headers.get("keep-alive")).toBe("timeout=60");
  });

  it.each([
    ["0.0.0.0", "http://127.0.0.1:"],
    ["localhost", "http://localhost:"],
  ])("listens on the host %s and says how to reach it", async (host, start) => {
    await using mocks = await startMockServers({ ...ANY, host });
    expect(mocks.ibmVideo.startsWith(start)).toBe(true);
    expect((await getChat(mocks)).status).toBe(200);
  });

  it.each([
    ["ibmVideoPort", "ibm-video", "--ibm-video-port 0", "IBM Video Streaming chat"],
    ["blendvisionPort", "blendvision", "--blendvision-port 0", "BlendVision One Chatroom"],
  ])(
    "names the port, the API and the way out when %s is taken, and leaves nothing running",
    async (option, provider, flag, title) => {
      await using taken = await takePort();
      const other = await freePort();
      const options = { ibmVideoPort: other, blendvisionPort: other, [option]: taken.port };
      const error = await startMockServers(options).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(PortTakenError);
      expect(error).toMatchObject({ code: "port_taken", provider, port: taken.port });
      const { message } = error as PortTakenError;
      for (const part of [String(taken.port), title, flag, `${option}: 0`]) {
        expect(message).toContain(part);
      }
      expect(await isOpen(`http://127.0.0.1:${other}`)).toBe(false);
    },
  );

  it("says so when both ports are the same", async () => {
    const port = await freePort();
    const both = { ibmVideoPort: port, blendvisionPort: port };
    await expect(startMockServers(both)).rejects.toBeInstanceOf(PortTakenError);
  });

  it.each([
    { ibmVideoPort: -1 },
    { blendvisionPort: 65_536 },
    { ibmVideoPort: 1.5 },
    { journalSize: -1 },
    { bodyLimit: Number.NaN },
  ])("refuses a number that cannot be: %j", async (options) => {
    const [name = ""] = Object.keys(options);
    await expect(startMockServers({ ...ANY, ...options })).rejects.toThrow(name);
  });
});

describe("stop()", () => {
  it("closes both ports", async () => {
    const mocks = await startMockServers(ANY);
    expect([await isOpen(mocks.ibmVideo), await isOpen(mocks.blendvision)]).toEqual([true, true]);
    await mocks.stop();
    expect([await isOpen(mocks.ibmVideo), await isOpen(mocks.blendvision)]).toEqual([false, false]);
  });

  it("may be called again, also by await using", async () => {
    await using mocks = await startMockServers(ANY);
    await Promise.all([mocks.stop(), mocks.stop()]);
    await mocks.stop();
  });

  it("closes idle and silent connections without waiting for anything", async () => {
    const mocks = await startMockServers(ANY);
    await using _silent = await openSocket(mocks.ibmVideo, "");
    await using _begun = await openSocket(mocks.ibmVideo, "GET / HT");
    // This one keeps its connection alive.
    await getChat(mocks);
    // No clock, so nothing that waits would ever end.
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    try {
      await mocks.stop();
    } finally {
      vi.useRealTimers();
    }
    expect(await isOpen(mocks.ibmVideo)).toBe(false);
  });

  it("gives up on a request that does not come in whole, within a second", async () => {
    const mocks = await startMockServers(ANY);
    const half = "POST / HTTP/1.1\r\nHost: mock\r\nContent-Length: 9\r\n\r\nab";
    await using _ = await openSocket(mocks.ibmVideo, half);
    const start = performance.now();
    await mocks.stop();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it("lets requests that are under way be answered", async () => {
    let arrived = (): void => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const mocks = await startMockServers({ ...ANY, onRequest: () => arrived() });
    const answer = getChat(mocks);
    await arrival;
    await mocks.stop();
    expect((await answer).status).toBe(200);
  });
});
