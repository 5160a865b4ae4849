import { type Clock, type Fetch, systemClock } from "@roomkey/http";
import { createIbmVideoClient } from "@roomkey/ibm-video";
import { createIbmVideoServerClient, ibmClientCredentials } from "@roomkey/ibm-video/server";
import { workingAnswer } from "../documents.js";

const DAY = 86_400_000;
const application = { clientId: "a-fake-client", clientSecret: "a-fake-secret" };

/** A platform in memory: it counts token requests, and may refuse the tokens that it gave so far. */
export class Platform {
  tokenRequests = 0;
  refusesOld = false;
  /** Told of each token request, just before it is answered. */
  onTokenRequest: () => void = () => {};
  readonly #chat: Uint8Array<ArrayBuffer>;

  private constructor(chat: Uint8Array) {
    this.#chat = chat as Uint8Array<ArrayBuffer>;
  }

  static async start(): Promise<Platform> {
    return new Platform(await workingAnswer("ibm-video-chat", "initializeChat"));
  }

  readonly fetch: Fetch = async (input, init) => {
    const headers = { "content-type": "application/json" };
    if (!String(input).endsWith("/oauth2/token")) {
      const refused =
        this.refusesOld && new Headers(init?.headers).get("authorization") === "Bearer token-1";
      return refused
        ? new Response('{"error":"invalid_token"}', { status: 401, headers })
        : new Response(this.#chat, { headers });
    }
    this.tokenRequests += 1;
    const access_token = `token-${this.tokenRequests}`;
    // A token endpoint is never there at once: callers have time to pile up.
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.onTokenRequest();
    const token = { access_token, token_type: "bearer", expires_in: DAY / 1000 };
    return new Response(JSON.stringify(token), { headers });
  };
}

/** The real time, which can be moved on. */
class MovableClock implements Clock {
  #moved = 0;

  now(): number {
    return systemClock.now() + this.#moved;
  }

  schedule(callback: () => void, ms: number): () => void {
    return systemClock.schedule(callback, ms);
  }

  move(ms: number): void {
    this.#moved += ms;
  }
}

export type Call = () => Promise<unknown>;

/** A call of a client whose shared token source has a token already; `expire` ends its life. */
export async function sharedToken(platform: Platform): Promise<{ call: Call; expire: () => void }> {
  const clock = new MovableClock();
  const { fetch } = platform;
  const accessToken = ibmClientCredentials({ ...application, fetch, clock });
  const call = callWith(accessToken, fetch);
  await call();
  return { call, expire: () => clock.move(2 * DAY) };
}

/** A call that gets a token for itself each time, as code without a token source does. */
export function naiveToken({ fetch }: Platform): Call {
  const server = createIbmVideoServerClient({ clientSecret: application.clientSecret, fetch });
  const body = { grant_type: "client_credentials", client_id: application.clientId } as const;
  return callWith(async () => (await server.createAccessToken({ body })).access_token, fetch);
}

/** A call with a token that is good: what has to be paid in any case. */
export function validToken({ fetch }: Platform): Call {
  return callWith("a-valid-token", fetch);
}

function callWith(
  accessToken: Parameters<typeof createIbmVideoClient>[0]["accessToken"],
  fetch: Fetch,
): Call {
  const client = createIbmVideoClient({ accessToken, fetch });
  return () => client.initializeChat({ path: { channelId: "1234" } });
}
