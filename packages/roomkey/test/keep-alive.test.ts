import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import {
  type AnySession,
  ConfigurationError,
  defineProvider,
  keepAlive,
  openChat,
} from "../src/index.js";
import { fakeClock, settled } from "./clock.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
type Time = ReturnType<typeof fakeClock>;

/** A platform whose sessions last so long, and that counts openings. */
function platform(time: Time, lifetime: number | null = HOUR) {
  const openings: number[] = [];
  const failures: unknown[] = [];
  const provider = defineProvider<AnySession>({
    name: "fake",
    async open() {
      openings.push(time.now());
      if (failures.length > 0) throw failures.shift();
      return {
        provider: "fake",
        room: {
          id: "r",
          kind: "room",
          muted: null,
          status: null,
          createdAt: null,
          updatedAt: null,
        },
        user: { id: "u", name: null, deviceId: null, role: null, verified: null, guest: null },
        connection: { protocol: "fake" },
        pinnedMessages: null,
        blockedUsers: null,
        activePoll: null,
        viewerCount: null,
        capabilities: { groupChats: false, moderation: null, polls: false },
        expiresAt: lifetime === null ? null : new Date(time.now() + lifetime),
      };
    },
  });
  return { open: () => openChat(provider), openings, failures };
}

const middle = () => 0.5;

describe("keepAlive", () => {
  it("refreshes ahead of the expiry, again and again, and tells of each new session", async () => {
    const time = fakeClock();
    const { open, openings } = platform(time);
    const onChange = vi.fn();
    const session = await open();
    const kept = keepAlive(session, { onChange, clock: time.clock, random: middle });
    expect(kept.session).toBe(session);
    await time.advance(HOUR - 1.5 * MINUTE - 1);
    expect(openings).toHaveLength(1);
    await time.advance(1);
    expect(openings).toHaveLength(2);
    expect(onChange).toHaveBeenCalledExactlyOnceWith(kept.session);
    expect(kept.session).not.toBe(session);
    await time.advance(3 * HOUR);
    expect(openings).toHaveLength(5);
    kept.stop();
  });

  it.each([
    [0, HOUR - 2 * MINUTE],
    [0.999999, HOUR - 4 * MINUTE],
  ])(
    "refreshes between one and two times refreshAheadMs before it (random %d)",
    async (part, at) => {
      const time = fakeClock();
      const { open, openings } = platform(time);
      const options = { clock: time.clock, random: () => part, refreshAheadMs: 2 * MINUTE };
      const kept = keepAlive(await open(), options);
      await time.advance(at - 1_000);
      expect(openings).toHaveLength(1);
      await time.advance(2_000);
      expect(openings).toHaveLength(2);
      kept.stop();
    },
  );

  it("leaves a session without expiry alone, unless it is told how old it may get", async () => {
    const time = fakeClock();
    const { open, openings } = platform(time, null);
    const kept = keepAlive(await open(), { clock: time.clock });
    await time.advance(100 * HOUR);
    expect([openings.length, time.pending()]).toEqual([1, 0]);
    kept.stop();
    const aging = keepAlive(await open(), { clock: time.clock, maxAgeMs: HOUR, random: () => 0 });
    await time.advance(2.5 * HOUR);
    expect(openings).toHaveLength(4);
    aging.stop();
  });

  it("repeats a failed refresh with growing pauses, and tells of each failure", async () => {
    const time = fakeClock();
    const { open, openings, failures } = platform(time);
    const onError = vi.fn();
    const kept = keepAlive(await open(), { onError, clock: time.clock, random: () => 1 });
    const error = new Error("down");
    failures.push(error, error, error);
    await time.advance(HOUR);
    expect(onError.mock.calls).toEqual([[error], [error], [error]]);
    const pauses = openings.slice(1).map((at, index, all) => at - (all[index - 1] ?? at));
    expect(pauses).toEqual([0, 1_000, 2_000, 4_000]);
    kept.stop();
  });

  it("never pauses longer than a minute", async () => {
    const time = fakeClock();
    const { open, openings, failures } = platform(time);
    const kept = keepAlive(await open(), { clock: time.clock, random: () => 1 });
    failures.push(...Array.from({ length: 20 }, () => new Error("down")));
    await time.advance(HOUR + 15 * MINUTE);
    const pauses = openings.slice(2).map((at, index) => at - (openings[index + 1] ?? at));
    expect(Math.max(...pauses.slice(0, 18))).toBe(MINUTE);
    kept.stop();
  });

  it("stops when a refresh can never succeed, after telling so", async () => {
    const time = fakeClock();
    const { open, openings, failures } = platform(time);
    const onError = vi.fn();
    keepAlive(await open(), { onError, clock: time.clock });
    failures.push(new ConfigurationError("an imported session needs a provider"));
    await time.advance(3 * HOUR);
    expect([onError.mock.calls.length, openings.length, time.pending()]).toEqual([1, 2, 0]);
  });

  it("does not hurry when a refresh brings no later expiry", async () => {
    const time = fakeClock();
    const fixed = platform(time, 10 * MINUTE);
    const session = await fixed.open();
    const same = { ...session, refresh: vi.fn(async () => same) } as typeof session;
    const kept = keepAlive(same, { clock: time.clock, random: () => 1 });
    await time.advance(10 * MINUTE);
    expect(vi.mocked(same.refresh).mock.calls.length).toBeLessThan(10);
    kept.stop();
  });
});

describe("stopping", () => {
  it("ends the timer, by stop or by the signal, and drops a refresh that is under way", async () => {
    const time = fakeClock();
    const { open } = platform(time);
    const controller = new AbortController();
    const onChange = vi.fn();
    const session = await open();
    const options = { onChange, clock: time.clock, random: middle };
    keepAlive(session, { ...options, signal: controller.signal });
    const kept = keepAlive(session, options);
    expect(time.pending()).toBe(1);
    controller.abort();
    kept.stop();
    expect(time.pending()).toBe(0);
    keepAlive(session, { ...options, signal: controller.signal });
    expect(time.pending()).toBe(0);

    let finish: (fresh: typeof session) => void = () => {};
    const refresh = () =>
      new Promise<typeof session>((resolve) => {
        finish = resolve;
      });
    const slow = { ...(await open()), refresh };
    const running = keepAlive(slow, options);
    await time.advance(HOUR);
    running.stop();
    finish(session);
    await settled();
    expect(running.session).toBe(slow);
    expect(onChange).not.toHaveBeenCalled();
    expect(time.pending()).toBe(0);
  });

  it("is not needed for a Node process to end", () => {
    const script = `
      import { keepAlive } from "./dist/index.js";
      keepAlive({ expiresAt: new Date(Date.now() + 3_600_000), refresh: () => {} });
      console.log("kept");`;
    const cwd = fileURLToPath(new URL("..", import.meta.url));
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd,
      encoding: "utf8",
      timeout: 20_000,
    });
    expect([run.stdout.trim(), run.status, run.signal]).toEqual(["kept", 0, null]);
  });
});

describe("ten thousand sessions", () => {
  const many = async (time: Time) => {
    const { open, openings } = platform(time);
    const sessions = await Promise.all(Array.from({ length: 10_000 }, open));
    openings.length = 0;
    const kept = sessions.map((session) => keepAlive(session, { clock: time.clock }));
    return {
      openings,
      stop: () => {
        for (const one of kept) one.stop();
      },
    };
  };

  it("share one timer, and stop when asked", async () => {
    const time = fakeClock();
    const { openings, stop } = await many(time);
    expect(time.pending()).toBe(1);
    await time.advance(HOUR);
    expect(openings).toHaveLength(10_000);
    expect(time.pending()).toBe(1);
    stop();
    expect(time.pending()).toBe(0);
  });

  it("are refreshed once each, spread out, after the clock has jumped by six hours", async () => {
    const time = fakeClock();
    const { openings, stop } = await many(time);
    time.jump(6 * HOUR);
    await time.advance(2 * MINUTE);
    expect(openings).toHaveLength(10_000);
    const perSecond = new Map<number, number>();
    for (const at of openings) {
      const second = Math.floor(at / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThan(1_000);
    stop();
  });
});
