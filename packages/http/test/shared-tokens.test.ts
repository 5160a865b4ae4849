import KeyvValkey from "@keyv/valkey";
import Keyv from "keyv";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Clock, cachedToken, systemClock, type Token, type TokenStore } from "../src/index.js";
import { fakeClock, settled } from "./clock.js";
import {
  findKeyValueServer,
  type KeyValueServer,
  startKeyValueServer,
} from "./key-value-server.js";

const HOUR = 3_600_000;

/** One process of a fleet: a source of its own, whose fetches give `name-1`, `name-2`, … */
function processNamed(name: string, store: TokenStore, ttlMs = HOUR, clock = systemClock) {
  let count = 0;
  const fetchToken = vi.fn(async (): Promise<Token> => {
    count += 1;
    return { value: `${name}-${count}`, expiresAt: new Date(Date.now() + ttlMs) };
  });
  const ask = cachedToken(fetchToken, { store, storeKey: "fleet", storeTimeoutMs: 5_000, clock });
  return { ask, fetchToken, value: async () => (await ask()).value };
}

describe("in Keyv's own memory", () => {
  it("a token is shared by all sources, with its expiry", async () => {
    const store = new Keyv();
    const one = processNamed("one", store);
    const two = processNamed("two", store);
    const first = await one.ask();
    expect(await two.ask()).toEqual(first);
    expect(two.fetchToken).not.toHaveBeenCalled();
  });

  it("a token is gone when it expires", async () => {
    const entries = new Map<string, unknown>();
    const store = new Keyv({ store: entries });
    await processNamed("one", store).value();
    const stored = JSON.parse(String(entries.get("keyv:fleet")));
    expect(stored.value.value).toBe("one-1");
    expect(stored.expires).toBeGreaterThan(Date.now() + HOUR - 60_000);
    expect(stored.expires).toBeLessThanOrEqual(Date.now() + HOUR);
    entries.set("keyv:fleet", JSON.stringify({ ...stored, expires: Date.now() - 1 }));
    expect(await processNamed("two", store).value()).toBe("two-1");
  });

  it("a token without expiry stays", async () => {
    const store = new Keyv();
    await cachedToken(() => "plain", { store })();
    expect(await cachedToken(() => "other", { store })()).toEqual({ value: "plain" });
  });

  it("a refused token is replaced for all: who hears of it later reads the new one", async () => {
    const store = new Keyv();
    const one = processNamed("one", store);
    const two = processNamed("two", store);
    const rejected = await one.value();
    await two.value();
    expect((await one.ask({ rejected })).value).toBe("one-2");
    expect((await two.ask({ rejected })).value).toBe("one-2");
    expect(two.fetchToken).not.toHaveBeenCalled();
  });
});

const program = findKeyValueServer();
if (program === null) {
  const missing = "neither valkey-server nor redis-server is on the PATH";
  if (process.env.CI) throw new Error(`${missing}: shared tokens cannot be tested`);
  console.warn(`Skipped: shared tokens against a real server, for ${missing}.`);
}

describe.skipIf(program === null)("in a real server", () => {
  let server: KeyValueServer;
  let connections: KeyvValkey[];

  beforeEach(async () => {
    server = await startKeyValueServer(program as string);
    connections = [];
  });
  afterEach(async () => {
    // Not `quit`: it would wait for a server that is gone.
    for (const { redis } of connections) redis.disconnect();
    await server.stop();
  });

  /** A store with a connection of its own, as each process has it. */
  function connect() {
    const adapter = new KeyvValkey(server.url);
    const store = new Keyv({ store: adapter });
    connections.push(adapter);
    const timeToLive = (): Promise<number> => adapter.redis.pttl("keyv:fleet");
    return { store, timeToLive, write: (text: string) => adapter.redis.set("keyv:fleet", text) };
  }

  it("a token is shared by processes, and fetched by one of them", async () => {
    const one = processNamed("one", connect().store);
    const two = processNamed("two", connect().store);
    const first = await one.ask();
    expect(await two.ask()).toEqual(first);
    expect(two.fetchToken).not.toHaveBeenCalled();
  });

  it("a token lives as long as it is valid, by the server's own count", async () => {
    const { store, timeToLive } = connect();
    const before = Date.now();
    await processNamed("one", store).value();
    const left = await timeToLive();
    const passed = Date.now() - before;
    expect(left).toBeLessThanOrEqual(HOUR);
    expect(left).toBeGreaterThanOrEqual(HOUR - passed - 1);
  });

  it("a replaced token begins a life of its own", async () => {
    const { store, timeToLive } = connect();
    const rejected = await processNamed("one", store).value();
    const { ask } = processNamed("two", store, 2 * HOUR);
    await ask();
    expect((await ask({ rejected })).value).toBe("two-1");
    expect(await timeToLive()).toBeGreaterThan(HOUR);
  });

  it("a token without expiry has no end there either", async () => {
    const { store, timeToLive } = connect();
    await cachedToken(() => "plain", { store, storeKey: "fleet" })();
    expect(await timeToLive()).toBe(-1);
  });

  it("an entry that nobody can read is passed over, and replaced", async () => {
    const { store, write } = connect();
    await write("{broken");
    expect(await processNamed("one", store).value()).toBe("one-1");
    expect(await processNamed("two", connect().store).value()).toBe("one-1");
  });

  it("a server that goes down is done without", async () => {
    let isDown = false;
    const clock: Clock = {
      ...systemClock,
      // No need to sit out what is known to be in vain.
      schedule: (callback, ms) => systemClock.schedule(callback, isDown ? 1 : ms),
    };
    const one = processNamed("one", connect().store, HOUR, clock);
    const two = processNamed("two", connect().store, HOUR, clock);
    const rejected = await one.value();
    await two.value();
    await server.stop();
    isDown = true;
    expect(await two.value()).toBe(rejected);
    expect((await one.ask({ rejected })).value).toBe("one-2");
    expect((await two.ask({ rejected })).value).toBe("two-1");
  });
});

describe("a store that does not answer", () => {
  const never = () => new Promise<never>(() => {});

  it("is done without, in either direction, after the time that the options name", async () => {
    const clock = fakeClock();
    const store = { get: vi.fn(never), set: vi.fn(never) };
    const expiresAt = new Date(clock.now() + HOUR);
    const fetchToken = vi.fn(() => ({ value: "fetched", expiresAt }));
    const asked = cachedToken(fetchToken, { store, storeTimeoutMs: 70, clock })();
    await clock.advance(69);
    expect(fetchToken).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(fetchToken).toHaveBeenCalledOnce();
    await clock.advance(69);
    expect(clock.pending).toBe(1);
    await clock.advance(1);
    expect(clock.pending).toBe(0);
    expect((await asked).value).toBe("fetched");
  });

  it("has a second for it unless told otherwise", async () => {
    const clock = fakeClock();
    const asked = cachedToken(() => "fetched", { store: { get: never, set: () => {} }, clock })();
    expect(await clock.next()).toBe(1_000);
    expect((await asked).value).toBe("fetched");
  });

  it("and one that does leave no timer behind", async () => {
    const clock = fakeClock();
    const store = new Map<string, unknown>();
    await cachedToken(() => "fetched", { store, clock })();
    await cachedToken(() => "fetched", { clock })();
    await settled();
    expect(clock.pending).toBe(0);
  });

  it("is waited for in real time when the clock has no timers", async () => {
    const clock = { now: () => 0 };
    const store = { get: never, set: () => {} };
    expect(await cachedToken(() => "fetched", { store, storeTimeoutMs: 1, clock })()).toEqual({
      value: "fetched",
    });
  });
});
