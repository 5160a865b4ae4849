import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { expect } from "vitest";
import { type AppOptions, createApp } from "../src/app.js";

/** What may never leave the server. */
export const SERVER_SECRETS = {
  apiToken: "fake-api-token-of-the-organization",
  organizationId: "fake-organization-id",
  accessToken: "fake-access-token-of-the-account",
} as const;

/** Fails when a text holds a server secret. */
export function expectNoServerSecret(text: string): void {
  for (const secret of Object.values(SERVER_SECRETS)) expect(text).not.toContain(secret);
}

/** The options of an app that talks to the mock servers. */
export function optionsFor(mocks: Pick<MockServers, "ibmVideo" | "blendvision">): AppOptions {
  const { accessToken, ...server } = SERVER_SECRETS;
  return {
    blendvision: { ...server, chatroomId: "room-1", baseUrl: mocks.blendvision, retry: false },
    ibmVideo: { accessToken, channelId: "1234", baseUrl: mocks.ibmVideo, retry: false },
  };
}

/** What the app has answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

/** An app that listens, next to mock servers. */
export interface RunningApp extends AsyncDisposable {
  readonly mocks: MockServers;
  readonly url: string;
  /** What the app has logged. */
  readonly log: string[];
  /**
   * Sends JSON, or a text as it is. Each answer, head and body, and the log are searched for server
   * secrets.
   */
  post(path: string, body?: unknown, init?: RequestInit): Promise<Answer>;
}

/** Starts mock servers and an app on free ports. */
export async function startApp(
  change: (options: AppOptions) => AppOptions = (options) => options,
): Promise<RunningApp> {
  const mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
  const log: string[] = [];
  const options = { ...change(optionsFor(mocks)), log: (line: string) => void log.push(line) };
  const server = createAdaptorServer({ fetch: createApp(options).fetch });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    mocks,
    url,
    log,
    async post(path, body = {}, init = {}) {
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: typeof body === "string" ? body : JSON.stringify(body),
        ...init,
      });
      const text = await response.text();
      const { status, headers } = response;
      expectNoServerSecret(JSON.stringify([...headers]) + text + log.join("\n"));
      return { status, headers, data: JSON.parse(text) as unknown };
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      // Not only idle ones: after an abort, fetch opens a connection that it has no use for yet.
      (server as Server).closeAllConnections();
      await closed;
      await mocks.stop();
    },
  };
}
