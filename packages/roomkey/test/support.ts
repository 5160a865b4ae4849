/** A fetch that answers by path from a table, and records what it was asked. */
export function routedFetch(routes: Readonly<Record<string, (init: RequestInit) => unknown>>) {
  const sent: { readonly path: string; readonly init: RequestInit }[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const path = new URL(String(input)).pathname;
    sent.push({ path, init });
    const answer = await routes[path]?.(init);
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response("", { status: 404 }) : Response.json(answer);
  };
  return { fetch, sent };
}

/** Answers only when the call is aborted, with its reason. */
export const untilAborted = ({ signal }: RequestInit): Promise<never> =>
  new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });

const segment = (value: unknown): string => btoa(JSON.stringify(value)).replaceAll("=", "");

/** An unsigned token with these claims. */
export const jwt = (claims: object): string =>
  `${segment({ alg: "none" })}.${segment(claims)}.c2ln`;

export const IBM_PATH = "/channels/1234/chat.json";

export const ibmWire = (user: object = {}) => ({
  chat: {
    stream_data: {
      api_base_url: "https://stream.example.com/",
      api_key: "fake-key",
      channel_id: "channel_1234",
      channel_type: "chatroom",
      team: "team_1",
    },
    user: {
      default_name: "Ada",
      id: "ada",
      has_verified_user: true,
      token: jwt({ user_id: "ada", exp: 2_000_000_000 }),
      ...user,
    },
  },
});

export const ROOM_PATH = "/bv/chatroom/v1/chatrooms";
export const CONFIG_PATH = "/bv/chatroom/v1/chatrooms/config";

export const roomWire = (chatroom: object = {}) => ({
  chatroom: {
    id: "room-1",
    muted: false,
    status: "CHAT_STATUS_ACTIVE",
    created_at: "2026-01-02T03:04:05Z",
    updated_at: null,
    ...chatroom,
  },
});

export const configWire = (config: object = {}) => ({
  connection: {
    endpoint: "mqtt.example.com",
    authorizer: "fake-authorizer",
    token: jwt({ sub: "ada", exp: 2_000_000_000 }),
    signature: "fake+signature/==",
    client_id: "client-1",
  },
  topic: { pub: "pub/room-1", sub: "sub/room-1" },
  user: {
    is_admin: true,
    is_guest: false,
    customer_id: "ada",
    device_id: "d1",
    custom_name: "Ada",
  },
  ...config,
});
