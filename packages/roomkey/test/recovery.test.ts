import { describe, expect, it } from "vitest";
import { blendvision } from "../src/blendvision/index.js";
import { blendvision as onServer } from "../src/blendvision/server.js";
import { exportSession, openChat } from "../src/index.js";
import { CONFIG_PATH, configWire, ROOM_PATH, roomWire, routedFetch } from "./support.js";

const retry = { random: () => 0 };
const status = (code: number) => new Response(null, { status: code });

describe("a platform that fails half-way", () => {
  it("and recovers, ends in a good session", async () => {
    const reads = [() => status(503), () => status(503), () => configWire()];
    const { fetch, sent } = routedFetch({
      [ROOM_PATH]: () => roomWire(),
      [CONFIG_PATH]: () => reads.shift()?.(),
    });
    const session = await openChat(blendvision({ chatroomToken: "fake-chatroom", fetch, retry }));
    expect(session.room.id).toBe("room-1");
    expect(sent).toHaveLength(4);
  });

  it("because the chatroom token ran out, ends in a good session with a fresh one", async () => {
    const tokens = ["fake-stale", "fake-fresh"];
    const valid = (init: RequestInit) =>
      new Headers(init.headers).get("authorization") === "Bearer fake-fresh";
    const { fetch } = routedFetch({
      [ROOM_PATH]: (init) => (valid(init) ? roomWire() : status(401)),
      [CONFIG_PATH]: (init) => (valid(init) ? configWire() : status(401)),
    });
    let current = tokens.shift() ?? "";
    const chatroomToken = ({ rejected }: { readonly rejected?: string }) => {
      if (rejected === current) current = tokens.shift() ?? current;
      return { value: current, expiresAt: new Date(2_000_000_000_000) };
    };
    const session = await openChat(blendvision({ chatroomToken, fetch, retry }));
    expect(session.expiresAt).toEqual(new Date(2_000_000_000_000));
    expect(exportSession(session).viewerSecrets).toEqual({ chatroomToken: "fake-fresh" });
  });

  it("for good, ends in the designed error, with what was tried", async () => {
    const { fetch } = routedFetch({
      [ROOM_PATH]: () => roomWire(),
      [CONFIG_PATH]: () => status(503),
    });
    await expect(
      openChat(blendvision({ chatroomToken: "fake-chatroom", fetch, retry })),
    ).rejects.toMatchObject({ code: "unavailable", operation: "getChatroomConfig", attempts: 3 });
  });
});

describe("the server's blendvision", () => {
  it("issues a token for whom it is told, opens with it, and issues another to refresh", async () => {
    let issued = 0;
    const { fetch, sent } = routedFetch({
      [`${ROOM_PATH}/room-1/tokens`]: () => ({ token: `fake-issued-${++issued}`, expires_in: 60 }),
      [ROOM_PATH]: () => roomWire(),
      [CONFIG_PATH]: () => configWire(),
    });
    const provider = onServer({
      chatroomId: "room-1",
      apiToken: "fake-api",
      organizationId: "fake-organization",
      as: { role: "admin", name: "Ada", subject: "ada", deviceId: "d1" },
      fetch,
    });
    const before = Date.now();
    const session = await openChat(provider);
    expect(+(session.expiresAt ?? 0)).toBeGreaterThanOrEqual(before + 60_000);
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      role: "ROLE_ADMIN",
      device_id: "d1",
      subject: "ada",
      name: "Ada",
    });
    const bearer = (index: number) => new Headers(sent[index]?.init.headers).get("authorization");
    expect([bearer(0), bearer(1), bearer(2)]).toEqual([
      "Bearer fake-api",
      "Bearer fake-issued-1",
      "Bearer fake-issued-1",
    ]);
    await session.refresh();
    expect(bearer(4)).toBe("Bearer fake-issued-2");
    await expect(provider.createRoom()).resolves.toMatchObject({ id: "room-1" });
  });
});
