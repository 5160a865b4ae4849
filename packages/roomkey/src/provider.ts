import type { CallOptions } from "@roomkey/http";
import type { AnySession } from "./session.js";

/** Options of one opening; those of the provider hold where these are left out. */
export interface OpenOptions extends CallOptions {
  /** Aborts the opening; `openChat` then rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/** A chat platform with what it takes to open one room on it. */
export interface ChatProvider<Session extends AnySession = AnySession> {
  readonly name: Session["provider"];
  /** Opens the room: calls `openChat` once for this provider's part of it. */
  open(options: OpenOptions): Promise<Session>;
}

/**
 * Adds a platform: everything that `openChat`, `refresh`, `keepAlive` and `exportSession` do works
 * with it. `open` gives the members of a session; secrets in them are masked when printed as long
 * as they have the names that `isSecretName` knows (`token`, `signature`, …).
 *
 * @example
 * export const plaza = (options: PlazaOptions) =>
 *   defineProvider<PlazaSession>({ name: "plaza", open: async ({ signal }) => ({ … }) });
 */
export function defineProvider<Session extends AnySession>(
  provider: ChatProvider<Session>,
): ChatProvider<Session> {
  return provider;
}
