import { ConfigurationError, maskedWhenPrinted } from "@roomkey/http";
import { EXPORT_VERSION, type ExportedSession } from "./exported-session.js";
import { openChat } from "./open-chat.js";
import type { ChatProvider } from "./provider.js";
import { type OpenSession, refreshable } from "./refresh.js";
import type { AnySession } from "./session.js";
import { noteViewerSecrets } from "./viewer-secrets.js";

/** Options of `importSession`. */
export interface ImportOptions<Session extends AnySession = AnySession> {
  /** What `refresh` opens. Without it an imported session cannot be refreshed. */
  readonly provider?: ChatProvider<Session>;
  /** The time that expiry is held against, in milliseconds since 1970. Default: now. */
  readonly now?: number;
}

/**
 * The session that `exportSession` wrote, perhaps on another machine.
 *
 * @throws ConfigurationError naming the member, when the data is malformed, of a newer version of
 * this package, or of a session that has expired.
 */
export function importSession<Session extends AnySession = AnySession>(
  data: unknown,
  options: ImportOptions<Session> = {},
): OpenSession<Session> {
  const exported = check(data);
  const expiresAt = date(exported.expiresAt, "expiresAt");
  if (expiresAt !== null && expiresAt.getTime() <= (options.now ?? Date.now())) {
    refuse("expiresAt", `the session expired at ${exported.expiresAt}`);
  }
  const { version: _, viewerSecrets, room, activePoll, connection, ...rest } = exported;
  const session = {
    ...rest,
    room: {
      ...room,
      createdAt: date(room.createdAt, "room.createdAt"),
      updatedAt: date(room.updatedAt, "room.updatedAt"),
    },
    activePoll: activePoll && {
      ...activePoll,
      startedAt: date(activePoll.startedAt, "activePoll.startedAt"),
      endedAt: date(activePoll.endedAt, "activePoll.endedAt"),
    },
    connection: maskedWhenPrinted({ ...connection }),
    expiresAt,
  } as AnySession as Session;
  return refreshable(maskedWhenPrinted(noteViewerSecrets(session, viewerSecrets)), async () => {
    if (options.provider !== undefined) return openChat(options.provider);
    throw new ConfigurationError("an imported session needs a provider to be refreshed", {
      argument: "provider",
    });
  });
}

const REQUIRED = ["provider", "room.id", "room.kind", "user.id", "connection.protocol"];
const OBJECTS = ["room", "user", "connection", "capabilities", "viewerSecrets"];

function check(data: unknown): ExportedSession {
  if (!isObject(data)) return refuse("data", "it is no exported session");
  const { version } = data;
  if (typeof version === "number" && version > EXPORT_VERSION) {
    refuse("version", `version ${version} is newer than ${EXPORT_VERSION}, update roomkey`);
  }
  if (version !== EXPORT_VERSION) refuse("version", "it is no version of an exported session");
  for (const name of OBJECTS) if (!isObject(data[name])) refuse(name, "it is no object");
  for (const path of REQUIRED) {
    const value = path.split(".").reduce<unknown>((at, step) => isObject(at) && at[step], data);
    if (typeof value !== "string" || value === "") refuse(path, "it is no text");
  }
  return data as unknown as ExportedSession;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function date(value: unknown, path: string): Date | null {
  if (value === null || value === undefined) return null;
  const time = new Date(typeof value === "string" ? value : Number.NaN);
  return Number.isNaN(time.getTime()) ? refuse(path, "it is no time") : time;
}

function refuse(argument: string, reason: string): never {
  throw new ConfigurationError(`cannot import the session: ${argument}: ${reason}`, { argument });
}
