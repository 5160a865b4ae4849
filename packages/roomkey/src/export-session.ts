import { EXPORT_VERSION, type ExportedSession } from "./exported-session.js";
import type { AnySession } from "./session.js";
import { viewerSecrets } from "./viewer-secrets.js";

/**
 * A session as a plain object that JSON keeps whole, secrets of the viewer included and server
 * secrets excluded: `response.json(exportSession(session))`, then `importSession` in the browser.
 * Send it to that viewer only.
 */
export function exportSession(session: AnySession): ExportedSession {
  const { provider, room, user, connection, capabilities, expiresAt } = session;
  const { pinnedMessages, blockedUsers, activePoll, viewerCount } = session;
  // Members are named one by one: what a provider adds (the wire, a method) stays on the server.
  return {
    version: EXPORT_VERSION,
    ...(plain({
      provider,
      room,
      user,
      connection,
      pinnedMessages,
      blockedUsers,
      activePoll,
      viewerCount,
      capabilities,
      expiresAt,
    }) as Omit<ExportedSession, "version" | "viewerSecrets">),
    viewerSecrets: { ...viewerSecrets.get(session) },
  };
}

/** A copy without the printing rules of the original, with dates as text. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}
