import type { MockServers } from "../../src/index.js";

/** A viewer's call to BlendVision. */
export async function getRoom(
  mocks: MockServers,
  path: "" | "/config" = "",
  token = "any",
): Promise<Response> {
  return fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

/** A server's call to BlendVision, or one that needs no credentials. */
export async function postRoom(
  mocks: MockServers,
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${mocks.blendvision}/bv/chatroom/v1/chatrooms${path}`, {
    method: "POST",
    headers: {
      authorization: "Bearer any",
      "x-bv-org-id": "any",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

/** Asks IBM for an access token. */
export async function postAccessToken(
  mocks: MockServers,
  form: Record<string, string> = { grant_type: "client_credentials", client_id: "c" },
): Promise<Response> {
  return fetch(`${mocks.ibmVideo}/oauth2/token`, {
    method: "POST",
    headers: { authorization: "Basic any" },
    body: new URLSearchParams(form),
  });
}
