import type { MockServers } from "../../src/index.js";
import { VIOLATIONS_HEADER } from "../../src/index.js";

const FORM = "application/x-www-form-urlencoded";

/** Opens a group chat with a body exactly as given. */
export async function postGroup(
  mocks: MockServers,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${mocks.ibmVideo}/channels/1234/chat/groups.json`, {
    method: "POST",
    headers: { authorization: "Bearer any", "content-type": FORM, ...headers },
    body,
  });
}

/** Initializes a chat. */
export async function getChat(
  mocks: MockServers,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${mocks.ibmVideo}/channels/1234/chat.json`, {
    headers: { authorization: "Bearer any", ...headers },
  });
}

/** Creates a chatroom token with a body exactly as given. */
export async function postToken(
  mocks: MockServers,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms/r1/tokens`, {
    method: "POST",
    headers: {
      authorization: "Bearer any",
      "x-bv-org-id": "any",
      "content-type": "application/json",
      ...headers,
    },
    body,
  });
}

/** The rules that a request broke, as its answer says. */
export function violations(response: Response): string[] {
  return JSON.parse(response.headers.get(VIOLATIONS_HEADER) ?? "[]") as string[];
}
