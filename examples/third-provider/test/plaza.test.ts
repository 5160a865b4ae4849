import { type ApiError, openChat } from "roomkey";
import { describeProvider } from "roomkey/provider-testkit";
import { describe, expect, it } from "vitest";
import { plaza } from "../src/index.js";
import type { VisitWire } from "../src/operations.js";
import { documented, examplesOf } from "./document.js";
import { answer, refuse } from "./platform.js";

const { working, unnamed } = examplesOf("enterRoom", 201) as Record<string, VisitWire>;
const credentials = { roomSlug: "town-hall", visitorToken: "fake-visitor-token" };

describeProvider("plaza", {
  provider: ({ fetch }) => plaza({ ...credentials, retry: false, fetch }),
  answer,
  secrets: [working?.socket.token ?? "", credentials.visitorToken],
  serverSecrets: [credentials.visitorToken],
});

describe("a session on Plaza", () => {
  const open = (options: { nickname?: string }, answered: unknown) => {
    const sent: Request[] = [];
    const provider = plaza({
      ...credentials,
      ...options,
      fetch: async (input, init) => {
        sent.push(new Request(input, init));
        return Response.json(answered, { status: 201 });
      },
    });
    return { session: openChat(provider), sent };
  };

  it("is the document's example under the names that every session has", async () => {
    const session = await open({}, working).session;
    expect({ ...session, connection: { ...session.connection } }).toEqual({
      provider: "plaza",
      room: {
        id: "town-hall",
        kind: "room",
        muted: false,
        status: null,
        createdAt: new Date("2026-01-01T18:00:00Z"),
        updatedAt: null,
      },
      user: {
        id: "visitor-ada",
        name: "Ada",
        role: "viewer",
        verified: null,
        guest: null,
        deviceId: null,
      },
      connection: {
        protocol: "websocket",
        url: "wss://chat.plaza.example/rooms/town-hall",
        token: "plaza-example-visit-secret-ada",
      },
      pinnedMessages: null,
      blockedUsers: null,
      activePoll: null,
      viewerCount: 12,
      capabilities: { groupChats: false, moderation: false, polls: false },
      expiresAt: new Date("2099-12-31T00:00:00Z"),
      wire: working,
    });
  });

  it("says null where the document lets Plaza say nothing", async () => {
    const session = await open({}, unnamed).session;
    expect([session.user.name, session.viewerCount]).toEqual([null, null]);
    expect([session.user.role, session.capabilities.moderation]).toEqual(["admin", true]);
    expect(session.room.muted).toBe(true);
  });

  it("has no expiry where Plaza's is no time", async () => {
    const socket = { ...working?.socket, expires_at: "tomorrow" };
    expect((await open({}, { ...working, socket }).session).expiresAt).toBeNull();
  });

  it.each([
    [{}, {}],
    [{ nickname: "Ada" }, { nickname: "Ada" }],
  ])("is asked for with %j", async (options, body) => {
    const { session, sent } = open(options, working);
    await session;
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://api.plaza.example/v1/rooms/town-hall/visits",
    ]);
    expect(await sent[0]?.json()).toEqual(body);
  });
});

describe("an error of Plaza", () => {
  const statuses = documented.flatMap(({ id, responses }) =>
    responses.filter(({ status }) => status >= 400).map(({ status }) => [id, status] as const),
  );

  it.each(statuses)(
    "%s %i carries the code that the document's example has",
    async (id, status) => {
      const fetch = async () => refuse(id, status);
      const error = await openChat(plaza({ ...credentials, retry: false, fetch })).catch(
        (thrown: unknown) => thrown as ApiError,
      );
      expect(error).toMatchObject({
        provider: "plaza",
        operation: id,
        status,
        providerCode: ((await refuse(id, status).json()) as { code: string }).code,
      });
    },
  );
});
