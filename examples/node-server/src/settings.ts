import type { AppOptions } from "./app.js";

/** Everything that the environment decides. */
export interface Settings {
  readonly app: AppOptions;
  readonly host: string;
  readonly port: number;
}

/** The variables, and what to put in them. */
const REQUIRED = {
  ROOMKEY_BLENDVISION_API_TOKEN: "API token of the BlendVision organization (a server secret)",
  ROOMKEY_BLENDVISION_ORGANIZATION_ID: "id of the BlendVision organization (a server secret)",
  ROOMKEY_BLENDVISION_CHATROOM_ID: "chatroom that viewers are let into",
  ROOMKEY_IBM_ACCESS_TOKEN: "access token of the IBM Video account (a server secret)",
  ROOMKEY_IBM_CHANNEL_ID: "IBM Video channel whose chat viewers are let into, digits",
} as const;

const OPTIONAL = {
  ROOMKEY_BLENDVISION_BASE_URL: "where BlendVision is, for mock servers",
  ROOMKEY_IBM_BASE_URL: "where IBM Video is, for mock servers",
  HOST: "address to listen on, 127.0.0.1 when left out",
  PORT: "port to listen on, 3000 when left out",
} as const;

/** The settings, or a message that says what is missing and how to give it. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Settings | { readonly usage: string } {
  const value = (name: string): string => environment[name]?.trim() ?? "";
  const baseUrl = (name: keyof typeof OPTIONAL) => value(name) !== "" && { baseUrl: value(name) };
  const missing = Object.keys(REQUIRED).filter((name) => value(name) === "");
  if (missing.length > 0) return { usage: usage(`Missing: ${missing.join(", ")}.`) };
  const port = value("PORT") === "" ? 3000 : Number(value("PORT"));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { usage: usage("PORT must be a number from 0 to 65535.") };
  }
  return {
    app: {
      blendvision: {
        chatroomId: value("ROOMKEY_BLENDVISION_CHATROOM_ID"),
        apiToken: value("ROOMKEY_BLENDVISION_API_TOKEN"),
        organizationId: value("ROOMKEY_BLENDVISION_ORGANIZATION_ID"),
        ...baseUrl("ROOMKEY_BLENDVISION_BASE_URL"),
      },
      ibmVideo: {
        channelId: value("ROOMKEY_IBM_CHANNEL_ID"),
        accessToken: value("ROOMKEY_IBM_ACCESS_TOKEN"),
        ...baseUrl("ROOMKEY_IBM_BASE_URL"),
      },
    },
    host: value("HOST") || "127.0.0.1",
    port,
  };
}

function usage(problem: string): string {
  const lines = (variables: Readonly<Record<string, string>>) =>
    Object.entries(variables).map(([name, meaning]) => `  ${name.padEnd(36)} ${meaning}`);
  return [
    problem,
    "",
    "Set in the environment:",
    ...lines(REQUIRED),
    "",
    "If you like:",
    ...lines(OPTIONAL),
    "",
  ].join("\n");
}
