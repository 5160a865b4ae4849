import { ConfigurationError } from "@roomkey/http";
import type { ExportedSession } from "./exported-session.js";
import { readExported, refuse, toDate } from "./exported-session-check.js";
import { openChat } from "./open-chat.js";
import type { ChatProvider } from "./provider.js";
import { type OpenSession, refreshable } from "./refresh.js";
import type { AnySession, ChatSession } from "./session.js";
import { viewerSecrets } from "./viewer-secrets.js";

/** Options of `importSession`. */
export interface ImportOptions<Session extends AnySession = ChatSession> {
  /**
   * What `refresh` opens, or a function that makes it from the exported data:
   * `({ viewerSecrets }) => blendvision({ chatroomToken: viewerSecrets.chatroomToken ?? "" })`.
   * Without it an imported session cannot be refreshed.
   */
  readonly provider?:
    | ChatProvider<Session>
    | ((exported: ExportedSession) => ChatProvider<Session>);
  /** The time that expiry is held against, in milliseconds since 1970. Default: now. */
  readonly now?: number;
}

/**
 * A session that came from elsewhere. It has what every session has; the members that a provider
 * adds (`wire`, `createGroupChat`) come with `refresh`.
 */
export type ImportedSession<Session extends AnySession = ChatSession> = ChatSession<
  Session["connection"]
> &
  Pick<OpenSession<Session>, "refresh">;

/**
 * The session that `exportSession` wrote, perhaps on another machine.
 *
 * @throws ConfigurationError naming the member, when the data is malformed, of a newer version of
 * this package, of a session that has expired, or of another provider than the given one.
 */
export function importSession<Session extends AnySession = ChatSession>(
  data: unknown,
  { provider: given, now = Date.now() }: ImportOptions<Session> = {},
): ImportedSession<Session> {
  const exported = readExported(data);
  const expiresAt = toDate(exported.expiresAt, "expiresAt");
  if (expiresAt !== null && expiresAt.getTime() <= now) {
    refuse("expiresAt", `the session expired at ${exported.expiresAt}`);
  }
  const provider = typeof given === "function" ? given(exported) : given;
  if (provider !== undefined && provider.name !== exported.provider) {
    refuse("provider", `it is a session of ${exported.provider}, not of ${provider.name}`);
  }
  const session = revive(exported, expiresAt);
  viewerSecrets.set(session, exported.viewerSecrets);
  return refreshable(session, async () => {
    if (provider !== undefined) return openChat(provider);
    throw new ConfigurationError("an imported session needs a provider to be refreshed", {
      argument: "provider",
    });
  }) as unknown as ImportedSession<Session>;
}

function revive(exported: ExportedSession, expiresAt: Date | null): AnySession {
  const { version: _, viewerSecrets: __, room, activePoll, connection, ...rest } = exported;
  return {
    ...rest,
    room: {
      ...room,
      createdAt: toDate(room.createdAt, "room.createdAt"),
      updatedAt: toDate(room.updatedAt, "room.updatedAt"),
    },
    activePoll: activePoll && {
      ...activePoll,
      startedAt: toDate(activePoll.startedAt, "activePoll.startedAt"),
      endedAt: toDate(activePoll.endedAt, "activePoll.endedAt"),
    },
    connection: { ...connection },
    expiresAt,
  } as AnySession;
}
