import { ConfigurationError } from "@roomkey/http";
import { EXPORT_VERSION, type ExportedSession } from "./exported-session.js";

const OBJECTS = ["room", "user", "connection", "capabilities", "viewerSecrets"];
const LISTS = ["pinnedMessages", "blockedUsers"];
const TEXTS = ["provider", "room.id", "room.kind", "user.id", "connection.protocol"];
/** What the connections of our own platforms cannot do without. */
const CONNECTION_TEXTS: Readonly<Record<string, readonly string[]>> = {
  mqtt: ["url", "options.clientId", "publishTopic", "subscribeTopic"],
  stream: ["apiKey", "options.baseURL", "user.id", "chatToken", "channelType", "channelId"],
};

/**
 * Data from outside as an exported session.
 *
 * @throws ConfigurationError naming the member that is not as `exportSession` writes it.
 */
export function readExported(data: unknown): ExportedSession {
  if (!isObject(data)) return refuse("data", "it is no object that exportSession wrote");
  const { version } = data;
  if (typeof version === "number" && version > EXPORT_VERSION) {
    refuse("version", `version ${version} is newer than ${EXPORT_VERSION}, update roomkey`);
  }
  if (version !== EXPORT_VERSION) refuse("version", "it is no object that exportSession wrote");
  for (const name of OBJECTS) if (!isObject(data[name])) refuse(name, "it is no object");
  for (const name of LISTS) {
    if (data[name] !== null && !Array.isArray(data[name])) refuse(name, "it is no list");
  }
  const { protocol } = data.connection as { readonly protocol?: unknown };
  const ofProtocol = CONNECTION_TEXTS[String(protocol)] ?? [];
  for (const path of [...TEXTS, ...ofProtocol.map((name) => `connection.${name}`)]) {
    const value = path.split(".").reduce<unknown>((at, step) => isObject(at) && at[step], data);
    if (typeof value !== "string" || value === "") refuse(path, "it is no text");
  }
  return data as unknown as ExportedSession;
}

/** A time as text, as a date; null stays null. */
export function toDate(value: unknown, path: string): Date | null {
  if (value === null || value === undefined) return null;
  const time = new Date(typeof value === "string" ? value : Number.NaN);
  return Number.isNaN(time.getTime()) ? refuse(path, "it is no time") : time;
}

/** Says why a session cannot be imported. */
export function refuse(argument: string, reason: string): never {
  throw new ConfigurationError(`cannot import the session: ${argument}: ${reason}`, { argument });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
