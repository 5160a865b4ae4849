import { maskedWhenPrinted, untilAborted } from "@roomkey/http";
import type { AnySession } from "./session.js";

/** A session that can be renewed. */
export type OpenSession<Session extends AnySession = AnySession> = Session & {
  /**
   * Opens the room again and gives a new session; this one stays as it is. Any number of callers
   * share one opening; the abort of one of them does not end it for the others.
   *
   * @throws what `openChat` throws.
   */
  refresh(options?: { readonly signal?: AbortSignal }): Promise<OpenSession<Session>>;
};

/** Gives a session its `refresh`, and masks its secrets when it or its connection is printed. */
export function refreshable<Session extends AnySession>(
  session: Session,
  reopen: () => Promise<OpenSession<Session>>,
): OpenSession<Session> {
  let running: Promise<OpenSession<Session>> | null = null;
  const refresh = async ({ signal }: { readonly signal?: AbortSignal } = {}) => {
    signal?.throwIfAborted();
    running ??= reopen().finally(() => {
      running = null;
    });
    return untilAborted(signal, running);
  };
  maskedWhenPrinted(session.connection);
  return Object.defineProperty(maskedWhenPrinted(session), "refresh", {
    value: refresh,
  }) as OpenSession<Session>;
}
