import type { Outcome, SessionOutcome } from "./outcome.js";

const NAMES: Readonly<Record<string, string>> = {
  "ibm-video": "IBM Video Streaming",
  blendvision: "BlendVision One",
};

/** The outcome for a reader: who is where, how to connect, until when. */
export function summary({ sessions, groupChat, durationMs }: Outcome): string {
  const blocks = sessions.map(describeSession);
  if (groupChat) blocks.push(block("Group chat", [["where", `${groupChat.type}:${groupChat.id}`]]));
  const count = `${sessions.length} session${sessions.length === 1 ? "" : "s"}`;
  return `${blocks.join("\n")}\n${count} opened in ${durationMs} ms; secrets are masked.\n`;
}

function describeSession({ provider, room, user, connection, expiresAt }: SessionOutcome): string {
  const role = user.role ?? (user.verified ? "verified user" : "unverified user");
  return block(NAMES[provider] ?? provider, [
    ["who", `${user.name ?? "(no name)"}, ${role}, id ${user.id}`],
    [
      "where",
      [`${room.kind} ${room.id}`, room.status, room.muted && "muted"].filter(Boolean).join(", "),
    ],
    ["connect", howToConnect(connection)],
    ["until", expiresAt ?? "the service names no end"],
  ]);
}

function howToConnect(connection: SessionOutcome["connection"]): string {
  if (connection.protocol === "stream") {
    const { options, apiKey, chatToken } = connection;
    return `Stream at ${options.baseURL}, API key ${apiKey}, chat token ${chatToken}`;
  }
  const { url, options, subscribeTopic } = connection;
  // The query holds the credentials, masked: nothing in it is worth a reader's time.
  return `MQTT at ${url.split("?")[0]}, client ${options.clientId}, topic ${subscribeTopic}`;
}

function block(title: string, rows: readonly (readonly [string, string])[]): string {
  return [title, ...rows.map(([name, text]) => `  ${name.padEnd(8)} ${text}`), ""].join("\n");
}
