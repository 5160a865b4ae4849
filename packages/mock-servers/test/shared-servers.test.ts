import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { startVitest } from "vitest/node";
import type { RemoteMocks } from "../src/remote-mocks.js";
import { mockServers, mockServersSetup, RemoteControlError } from "../src/vitest.js";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  delete process.env.ROOMKEY_MOCKS_URL;
});

const chat = (mocks: RemoteMocks): Promise<Response> =>
  fetch(`${mocks.ibmVideo}/channels/1/chat.json`, { headers: { authorization: "Bearer any" } });

describe("mockServers() of the vitest helper", () => {
  it("sees the servers that the run has started, in a session of the worker's own", async () => {
    stops.push(await mockServersSetup({ stateful: true })());
    const mocks = mockServers();
    await mocks.addRule({ id: "pay", match: { nth: 2 }, answer: { status: 402 } });
    expect([(await chat(mocks)).status, (await chat(mocks)).status]).toEqual([401, 402]);
    expect(await mocks.requests({ status: 402 })).toMatchObject([{ rule: "pay" }]);
    expect(await mocks.count()).toBe(2);
    expect(await mocks.rules()).toMatchObject([{ id: "pay", answered: 1 }]);
    await mocks.clearRules();
    await mocks.force("initializeChat", { status: 429 });
    expect((await chat(mocks)).status).toBe(429);
    await mocks.useScenario("outage-30s");
    expect((await chat(mocks)).status).toBe(503);
    await mocks.advance("31s");
    expect((await chat(mocks)).status).toBe(401);
    await mocks.reset();
    expect(await mocks.count()).toBe(0);
    await expect(mocks.useScenario("nope")).rejects.toThrow(RemoteControlError);
    await expect(mocks.useScenario("nope")).rejects.toThrow("there is no scenario nope");
  });

  it("says what is missing when nothing was started", () => {
    expect(() => mockServers()).toThrow("name @roomkey/mock-servers/vitest");
  });

  it("is at hand in a real run, whose workers do not see each other", async () => {
    const root = await mkdtemp(fileURLToPath(new URL("../.vitest-run-", import.meta.url)));
    try {
      const file = (name: string): string =>
        `import { expect, it } from "vitest";
        import { mockServers } from "../src/vitest.js";
        it(${JSON.stringify(name)}, async () => {
          const mocks = mockServers();
          await mocks.useScenario("payment-required");
          expect((await fetch(mocks.ibmVideo + "/channels/1/chat.json")).status).toBe(402);
          expect(await mocks.count()).toBe(1);
          await mocks.reset();
        });`;
      await writeFile(join(root, "a.test.ts"), file("a"));
      await writeFile(join(root, "b.test.ts"), file("b"));
      const globalSetup = fileURLToPath(new URL("../src/vitest.ts", import.meta.url));
      // A reporter that says nothing: this run counts as one test of the run around it.
      const options = { root, config: false as const, globalSetup, watch: false, reporters: [{}] };
      const vitest = await startVitest("test", [], { ...options, maxWorkers: 2 });
      const states = vitest.state.getTestModules().map((module) => module.state());
      await vitest.close();
      expect(states).toEqual(["passed", "passed"]);
    } finally {
      await rm(root, { recursive: true });
    }
  });
});
