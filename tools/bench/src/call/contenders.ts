import { cachedToken, type Fetch } from "@roomkey/http";
import { createIbmVideoClient } from "@roomkey/ibm-video";
import axios from "axios";
import ky from "ky";
import { createFetch } from "ofetch";
import createOpenapiFetch from "openapi-fetch";
import type { paths } from "../../../../packages/ibm-video/src/generated/openapi.generated.js";
import type { Contenders } from "../measure/interleave.js";

/** The parts of IBM's answer that a contender has to deliver. */
interface Answer {
  readonly chat: { readonly user: { readonly id: string } };
}

/** Every contender gives this number, so that its work cannot be left out as unused. */
export function consume(answer: Answer | undefined): number {
  if (answer === undefined) throw new Error("no answer");
  return answer.chat.user.id.length;
}

export const baseUrl = "https://api.example.com";
export const path = "/channels/1234/chat.json";
export const accessToken = "a-fake-access-token";
const authorization = `Bearer ${accessToken}`;

/** Nobody waits this long in memory: what is measured is the having of a deadline. */
const timeout = 10_000;

const nothing = (): void => {};

/** One call of the IBM document's `initializeChat` in all manners, through the given fetch. */
export async function callContenders(fetch: Fetch, generatedClient: string) {
  return {
    raw: async () => {
      const headers = { accept: "application/json", authorization };
      const response = await fetch(new Request(baseUrl + path, { headers }));
      return consume((await response.json()) as Answer);
    },
    ...roomkeyContenders(fetch),
    "openapi-fetch": openapiFetchContender(fetch),
    "hey-api": await heyApiContender(fetch, generatedClient),
    ky: kyContender(fetch),
    ofetch: ofetchContender(fetch),
    axios: axiosContender(fetch),
  } satisfies Contenders;
}

function roomkeyContenders(fetch: Fetch) {
  const bare = createIbmVideoClient({ baseUrl, fetch, accessToken, retry: false, timeout: false });
  const full = createIbmVideoClient({
    baseUrl,
    fetch,
    accessToken: cachedToken(() => accessToken),
    hooks: { onRequest: nothing, onResponse: nothing },
  });
  const input = { path: { channelId: "1234" } };
  return {
    bare: async () => consume(await bare.initializeChat(input)),
    full: async () => consume(await full.initializeChat(input)),
  };
}

function openapiFetchContender(fetch: Fetch) {
  const client = createOpenapiFetch<paths>({ baseUrl, fetch, headers: { authorization } });
  return async () => {
    const { data } = await client.GET("/channels/{channelId}/chat.json", {
      params: { path: { channelId: "1234" } },
    });
    return consume(data);
  };
}

interface HeyApi {
  createConfig(options: object): object;
  createClient(config: object): object;
  initializeChat(options: object): Promise<{ readonly data: Answer | undefined }>;
}

async function heyApiContender(fetch: Fetch, generatedClient: string) {
  const { createClient, createConfig, initializeChat } = (await import(generatedClient)) as HeyApi;
  const client = createClient(createConfig({ baseUrl, fetch, auth: accessToken }));
  return async () => {
    const { data } = await initializeChat({ client, path: { channelId: "1234" } });
    return consume(data);
  };
}

/** ky, ofetch and axios: with all they have of a deadline, retries, and functions that are told. */
function kyContender(fetch: Fetch) {
  const client = ky.create({
    prefixUrl: baseUrl,
    fetch,
    timeout,
    retry: { limit: 2 },
    hooks: {
      beforeRequest: [(request) => request.headers.set("authorization", authorization)],
      afterResponse: [nothing],
    },
  });
  return async () => consume(await client.get(path.slice(1)).json<Answer>());
}

function ofetchContender(fetch: Fetch) {
  const call = createFetch({ fetch: fetch as typeof globalThis.fetch }).create({
    baseURL: baseUrl,
    timeout,
    retry: 2,
    onRequest: ({ options }) => options.headers.set("authorization", authorization),
    onResponse: nothing,
  });
  return async () => consume(await call<Answer>(path));
}

function axiosContender(fetch: Fetch) {
  const client = axios.create({ baseURL: baseUrl, adapter: "fetch", env: { fetch }, timeout });
  client.interceptors.request.use((config) => {
    config.headers.set("authorization", authorization);
    return config;
  });
  client.interceptors.response.use((response) => response);
  return async () => consume((await client.get<Answer>(path)).data);
}
