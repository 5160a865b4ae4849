import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { blendvisionServer } from "../src/blendvision/server.js";
import { ROOM_PATH, roomWire, routedFetch } from "./support.js";

const TOKENS_PATH = `${ROOM_PATH}/room-1/tokens`;
const ISSUED = { token: "fake-chatroom", expires_in: 604800 };
const server = (issued: unknown = ISSUED) => {
  const { fetch, sent } = routedFetch({
    [ROOM_PATH]: () => roomWire(),
    [TOKENS_PATH]: () => issued,
  });
  const options = { apiToken: "fake-api", organizationId: "fake-organization", fetch };
  return { server: blendvisionServer(options), sent };
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("blendvisionServer", () => {
  it("creates a room with both server credentials", async () => {
    const { server: admin, sent } = server();
    await expect(admin.createRoom()).resolves.toMatchObject({ id: "room-1", status: "active" });
    await admin.createRoom({ customCounters: ["like", "clap"] });
    expect(sent.map(({ init }) => init.body)).toEqual([
      "{}",
      '{"custom_counters":[{"key":"like"},{"key":"clap"}]}',
    ]);
    const headers = new Headers(sent[0]?.init.headers);
    expect(headers.get("authorization")).toBe("Bearer fake-api");
    expect(headers.get("x-bv-org-id")).toBe("fake-organization");
  });

  it("issues a token and turns lifetimes into dates, counted from when it was asked for", async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    const refreshing = { ...ISSUED, refresh_token: "fake-refresh", refresh_expires_in: 60 };
    const issued = await server(refreshing).server.issueToken({ chatroomId: "room-1" });
    expect({ ...issued }).toEqual({
      chatroomToken: "fake-chatroom",
      expiresAt: new Date(1_000_000 + 604_800_000),
      refreshToken: "fake-refresh",
      refreshExpiresAt: new Date(1_060_000),
    });
  });

  it("says whom the token is for, and leaves to BlendVision what is not said", async () => {
    const { server: admin, sent } = server();
    const who = { role: "admin", name: "Ada", subject: "ada", deviceId: "d1" } as const;
    await admin.issueToken({ chatroomId: "room-1", ...who });
    await admin.issueToken({ chatroomId: "room-1", role: "viewer" });
    const issued = await admin.issueToken({ chatroomId: "room-1" });
    expect(sent.map(({ init }) => JSON.parse(String(init.body)))).toEqual([
      { role: "ROLE_ADMIN", device_id: "d1", subject: "ada", name: "Ada" },
      { role: "ROLE_VIEWER" },
      {},
    ]);
    expect(issued).toMatchObject({ refreshToken: null, refreshExpiresAt: null });
  });

  it("prints an issued token without its secrets", async () => {
    const issued = await server({ ...ISSUED, refresh_token: "fake-refresh" }).server.issueToken({
      chatroomId: "room-1",
    });
    const print = JSON.stringify(issued) + inspect(issued);
    expect(print).not.toContain("fake-chatroom");
    expect(print).not.toContain("fake-refresh");
  });

  it.each([
    [{ apiToken: "" }, "apiToken"],
    [{ organizationId: "" }, "organizationId"],
  ])("refuses %j before anything is sent", async (options, argument) => {
    const { fetch, sent } = routedFetch({});
    const all = { apiToken: "fake-api", organizationId: "fake-organization", fetch, ...options };
    await expect(blendvisionServer(all).createRoom()).rejects.toMatchObject({
      code: "configuration",
      argument,
    });
    expect(sent).toEqual([]);
  });

  it("refuses to work in a browser", () => {
    vi.stubGlobal("document", {});
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0" });
    expect(() => server()).toThrow(
      expect.objectContaining({ code: "configuration", argument: "apiToken" }),
    );
  });
});
