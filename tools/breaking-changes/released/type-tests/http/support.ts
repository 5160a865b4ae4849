import { type Client, type ClientOptions, createClient, type Operation } from "@roomkey/http";

/** One recorded request: what the innermost fetch was given. */
export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Answers in turn; one that rejects stands for a network that fails. */
export type Answers = readonly (() => Response | Promise<Response>)[];

/** A fetch that records what it is asked and gives the answers in turn, the last one for ever. */
export function fakeFetch(...answers: Answers) {
  const sent: Sent[] = [];
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    sent.push({
      url: String(input),
      method: init.method ?? "GET",
      headers: new Headers(init.headers),
      body: init.body,
    });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (answer === undefined) throw new Error("no answer was prepared");
    return answer();
  };
  return { fetch, sent };
}

export const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(body, init);

export const text =
  (body: string | null, init: ResponseInit = {}) =>
  () =>
    new Response(body, init);

const FORM_TYPE = "application/x-www-form-urlencoded";
const base = {
  server: "https://api.example.com",
  security: { accessToken: { header: "authorization", prefix: "Bearer " } },
  success: { 200: { room: { id: 1, "tags?": [{ name: 1 }] } } },
} as const;

export const table = {
  readRoom: { ...base, method: "GET", path: "/rooms/{roomId}" },
  listRooms: {
    ...base,
    security: {},
    method: "GET",
    path: "/rooms",
    query: { kinds: { explode: true }, limit: {} },
  },
  startGroup: {
    ...base,
    method: "POST",
    path: "/rooms/{roomId}/groups",
    body: {
      mediaType: FORM_TYPE,
      fields: { "participant_ids[]": { required: true, items: 1, explode: true }, name: {} },
    },
  },
  renameRoom: {
    ...base,
    method: "PUT",
    path: "/rooms/{roomId}",
    body: { mediaType: "application/json", fields: { name: { required: true } } },
  },
  closeRoom: {
    ...base,
    method: "DELETE",
    path: "/rooms/{roomId}",
    success: { 204: null },
  },
  listMembers: {
    ...base,
    method: "GET",
    path: "/members",
    success: { 200: [{ id: 1, "seats?": [[{ row: 1 }]] }] },
  },
  signIn: {
    ...base,
    security: {
      clientSecret: { header: "authorization", prefix: "Basic " },
      tenantId: { header: "x-tenant" },
    },
    server: "https://login.example.com",
    method: "POST",
    path: "/token",
    body: {
      mediaType: `${FORM_TYPE}; charset=utf-8`,
      optional: true,
      fields: { grant_type: {} },
    },
  },
} as const satisfies Record<string, Operation>;

interface Ok {
  content: { "application/json": { room: { id: string; tags?: { name: string }[] } } };
}
interface Refused {
  content: { "application/json": { error: string } };
}
interface Denied {
  content: { "application/json": { reason: string } };
}
type Responses = { 200: Ok; 400: Refused; 403: Denied };
type RoomPath = { path: { roomId: string } };

/** Shaped as openapi-typescript writes it. */
export interface TestOperations {
  readRoom: { parameters: RoomPath; requestBody?: never; responses: Responses };
  listRooms: {
    parameters: { query?: { kinds?: string[]; limit?: number } };
    requestBody?: never;
    responses: Responses;
  };
  startGroup: {
    parameters: RoomPath;
    requestBody: { content: { [FORM_TYPE]: { "participant_ids[]": string[]; name?: string } } };
    responses: Responses;
  };
  renameRoom: {
    parameters: RoomPath;
    requestBody: { content: { "application/json": { name: string } } };
    responses: Responses;
  };
  closeRoom: { parameters: RoomPath; requestBody?: never; responses: { 204: object } };
  listMembers: {
    parameters: { query?: never };
    responses: { 200: { content: { "application/json": { id: string }[] } } };
  };
  signIn: {
    parameters: { query?: never };
    requestBody?: { content: { [FORM_TYPE]: { grant_type?: string } } };
    responses: Responses;
  };
}

export const definition = {
  provider: "test",
  operations: table,
  readProviderError: (body: unknown) => {
    const { error = null } = (typeof body === "object" && body !== null ? body : {}) as {
      error?: string | null;
    };
    return { code: error, message: null };
  },
} as const;

export function testClient(
  options: ClientOptions = {},
  credentials: Parameters<typeof createClient>[1] = { accessToken: "fake-access-token" },
): Client<TestOperations> {
  return createClient<TestOperations>(definition, credentials, { retry: false, ...options });
}

export const ROOM = { room: { id: "r1" } };
