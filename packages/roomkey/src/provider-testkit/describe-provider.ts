import type { Fetch } from "@roomkey/http";
import { describe, expect, it } from "vitest";
import { exportSession } from "../export-session.js";
import { importSession } from "../import-session.js";
import { openChat } from "../open-chat.js";
import type { ChatProvider } from "../provider.js";
import type { AnySession } from "../session.js";
import { countListeners } from "./count-listeners.js";
import { type Platform, platform } from "./platform.js";
import { printsOf } from "./prints.js";

/** What the suite needs to know of a provider. */
export interface ProviderHarness {
  /** Makes the provider, with retries off, on a fetch that stands for the platform. */
  provider(options: { readonly fetch: Fetch }): ChatProvider<AnySession>;
  /** The platform at its best: the answer to each request that opening a room sends. */
  answer(request: Request): Response | Promise<Response>;
  /** Values that no session may print: tokens, signatures. */
  readonly secrets: readonly string[];
  /** Values that no exported session may carry: what only a server may know. */
  readonly serverSecrets?: readonly string[];
}

/**
 * The tests that every provider has to pass, as a vitest suite: what a session has, how opening
 * fails, that nothing is left behind, that secrets stay secret, and that sessions can be renewed and
 * handed over.
 */
export function describeProvider(name: string, harness: ProviderHarness): void {
  const open = (on: Platform, signal?: AbortSignal) =>
    openChat(harness.provider({ fetch: on.fetch }), signal && { signal });
  const best = () => platform(harness.answer);
  const failing = (status: number) => platform(() => new Response(null, { status }));

  describe(`provider ${name}: a session`, () => {
    it("says which room, who you are, and how to connect", async () => {
      const session = await open(best());
      expect(session.provider).toBe(harness.provider({ fetch: best().fetch }).name);
      expect([session.room.id, session.room.kind, session.user.id]).toEqual([
        expect.stringMatching(/./),
        expect.stringMatching(/./),
        expect.stringMatching(/./),
      ]);
      expect(session.connection.protocol).toMatch(/./);
      expect(Number.isNaN(+(session.expiresAt ?? new Date()))).toBe(false);
    });

    it("has null, not undefined, for what the platform does not say", async () => {
      const { room, user, pinnedMessages, blockedUsers, activePoll, viewerCount, capabilities } =
        await open(best());
      const members = { ...room, ...user, pinnedMessages, blockedUsers, activePoll, viewerCount };
      expect(Object.entries(members).filter(([, value]) => value === undefined)).toEqual([]);
      expect(Object.keys(capabilities).sort()).toEqual(["groupChats", "moderation", "polls"]);
    });

    it("prints none of its secrets, and keeps their values", async () => {
      const session = await open(best());
      for (const print of printsOf(session)) {
        for (const secret of harness.secrets) expect(print).not.toContain(secret);
      }
    });

    it("can be renewed: one opening for any number of callers, and a new session", async () => {
      const on = best();
      const session = await open(on);
      const once = on.requests();
      const [one, two] = await Promise.all([session.refresh(), session.refresh()]);
      expect(one).toBe(two);
      expect(one).not.toBe(session);
      expect(on.requests()).toBe(2 * once);
    });

    it("can be handed over as JSON, without server secrets", async () => {
      const session = await open(best());
      const text = JSON.stringify(exportSession(session));
      for (const secret of harness.serverSecrets ?? []) expect(text).not.toContain(secret);
      const imported = importSession(JSON.parse(text));
      expect({ ...imported.connection }).toEqual({ ...session.connection });
      expect([imported.room, imported.user]).toEqual([session.room, session.user]);
      for (const print of printsOf(imported)) {
        for (const secret of harness.secrets) expect(print).not.toContain(secret);
      }
    });
  });

  describe(`provider ${name}: opening fails`, () => {
    it.each([
      [401, "unauthenticated"],
      [403, "permission_denied"],
      [404, "not_found"],
      [429, "rate_limited"],
      [503, "unavailable"],
    ])("with the designed error when the platform answers %i", async (status, code) => {
      await expect(open(failing(status))).rejects.toMatchObject({ code, status });
    });

    it("with a network error when the platform cannot be reached", async () => {
      const on = platform(() => Promise.reject(new TypeError("fetch failed")));
      await expect(open(on)).rejects.toMatchObject({ code: "network" });
    });

    it("with an unexpected response when the answer is not what was promised", async () => {
      const on = platform(() => Response.json({}));
      await expect(open(on)).rejects.toMatchObject({ code: "unexpected_response" });
    });

    it("with the caller's own reason when the caller aborts, and leaves nothing running", async () => {
      const { controller, listeners } = countListeners();
      const on = platform(
        (request) =>
          new Promise<Response>((_, reject) => {
            request.signal.addEventListener("abort", () => reject(request.signal.reason));
            queueMicrotask(() => controller.abort(reason));
          }),
      );
      const reason = new Error("changed my mind");
      await expect(open(on, controller.signal)).rejects.toBe(reason);
      expect(listeners()).toBe(0);
      await expect(open(best(), controller.signal)).rejects.toBe(reason);
    });

    it("without a word of its secrets", async () => {
      const echo = (request: Request) =>
        new Response(JSON.stringify(Object.fromEntries(request.headers)), { status: 400 });
      const error: unknown = await open(platform(echo)).catch((thrown: unknown) => thrown);
      for (const print of printsOf(error)) {
        for (const secret of [...harness.secrets, ...(harness.serverSecrets ?? [])]) {
          expect(print).not.toContain(secret);
        }
      }
    });
  });

  describe(`provider ${name}: a session that opens`, () => {
    it("leaves no listener on the caller's signal", async () => {
      const { controller, listeners } = countListeners();
      await open(best(), controller.signal);
      expect(listeners()).toBe(0);
    });
  });
}
