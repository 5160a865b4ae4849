/** A request with a documented answer of 200. */
export interface MockRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const authorization = "Bearer fake";

/** One for each API, to learn whether a server is there. */
export const firstRequests = {
  ibmVideo: { method: "GET", path: "/channels/1234/chat.json", headers: { authorization } },
  blendvision: { method: "GET", path: "/bv/chatroom/v1/chatrooms", headers: { authorization } },
} as const satisfies Record<string, MockRequest>;

/** What the servers are loaded with. Prism keeps one of repeated form keys, so there is one. */
export const loadRequests = {
  GET: firstRequests.ibmVideo,
  POST: {
    method: "POST",
    path: "/channels/1234/chat/groups.json",
    headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
    body: "participant_ids[]=ada&chat_token=fake",
  },
} as const satisfies Record<string, MockRequest>;

export type LoadName = keyof typeof loadRequests;
