import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  bearerAuth,
  ConfigurationError,
  cachedToken,
  compose,
  type Fetch,
  type Hooks,
  hooks,
  isChatError,
  networkErrors,
  retry,
  type TokenSource,
  UnexpectedResponseError,
} from "../src/index.js";
import { prints } from "./prints.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const SECRET = 'fake/secret+value="1"';
const TOKEN = "fake-access/token+1";
const URL_ = `https://api.example.com/?x-token=${encodeURIComponent(TOKEN)}`;
const room = { path: { roomId: "1" } };

/** No form in which a secret may be written down shows in a print. */
function expectNoSecret(printed: string): void {
  for (const secret of [SECRET, TOKEN]) {
    const form = new URLSearchParams({ "": secret }).toString().slice(1);
    const escaped = JSON.stringify(secret).slice(1, -1);
    for (const written of [secret, encodeURIComponent(secret), form, escaped]) {
      expect(printed).not.toContain(written);
    }
  }
}

/** The error of a call that sends a bearer token, an api key and secret members of a body. */
async function failure(fetch: Fetch, told: unknown[] = []): Promise<unknown> {
  const tell = (event: unknown) => void told.push(event);
  const listeners: Hooks = { onRequest: tell, onResponse: tell, onRetry: tell, onError: tell };
  const client = testClient(
    { fetch, hooks: listeners, retry: { random: () => 0 }, headers: { "x-token": SECRET } },
    { accessToken: TOKEN, clientSecret: TOKEN, tenantId: "fake-tenant" },
  );
  const body = { name: "n", session: { refresh_token: SECRET }, tokens: [SECRET] };
  return client.renameRoom({ ...room, body: body as never }).catch((thrown: unknown) => thrown);
}

afterEach(() => vi.restoreAllMocks());

describe("an error answer that echoes the request", () => {
  const form = new URLSearchParams({ chat_token: SECRET, a: "1" });
  const raw = `PUT /?x-token=${encodeURIComponent(SECRET)} HTTP/1.1\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n${form}`;
  const echoes: readonly (readonly [string, string])[] = [
    ["raw", raw],
    ["as JSON", JSON.stringify({ error: `bad ${TOKEN}`, request: { raw, SECRET } })],
    ["as JSON in JSON", JSON.stringify({ error: JSON.stringify({ refresh_token: SECRET }) })],
    ["as a form", String(form)],
    ["as a bare value", SECRET],
    ["as a JSON text", JSON.stringify(SECRET)],
    ["as a list", JSON.stringify([["x", [SECRET, TOKEN]]])],
    ["as a member's name", JSON.stringify({ [SECRET]: { [TOKEN]: 1 } })],
    ["percent-encoded", encodeURIComponent(`${SECRET} ${TOKEN}`)],
    ["in HTML", `<pre>${SECRET.replaceAll('"', "&quot;")}</pre><input value="${TOKEN}">`],
    ["in truncated JSON", JSON.stringify({ message: SECRET, token: TOKEN }).slice(0, -8)],
  ];

  it.each(echoes)("%s shows no secret, in an error nor in an event", async (_, echo) => {
    const headers = {
      "set-cookie": `a=${TOKEN}`,
      "x-echo": `${SECRET} Bearer ${TOKEN}`,
      "x-request-id": TOKEN,
      "www-authenticate": `Bearer realm="${TOKEN}"`,
    };
    const told: unknown[] = [];
    const { fetch } = fakeFetch(
      text(echo, { status: 503, headers }),
      text(echo, { status: 400, headers }),
    );
    const error = await failure(fetch, told);
    expect(error).toMatchObject({ code: "invalid_request", failures: [{ status: 503 }] });
    expectNoSecret(prints(error));
    expectNoSecret(prints(told));
    expectNoSecret(prints(Object.fromEntries((error as { headers: Headers }).headers)));
  });

  it("still shows what is no secret", async () => {
    const { fetch } = fakeFetch(json({ error: "bad", name: "n" }, { status: 400 }));
    expect(await failure(fetch)).toMatchObject({ body: { error: "bad", name: "n" } });
  });

  it("shows none in a 2xx of the wrong kind", async () => {
    const { fetch } = fakeFetch(
      text("", { headers: { "content-type": `text/html; x=${SECRET}` } }),
    );
    const error = await failure(fetch);
    expect(error).toBeInstanceOf(UnexpectedResponseError);
    expectNoSecret(prints(error));
  });
});

describe("a fetch that throws what it was given", () => {
  const throwers: readonly (readonly [string, (url: string, init: RequestInit) => unknown])[] = [
    [
      "the address and the init in its message",
      (url, init) => new Error(inspect([url, init], { depth: 9 })),
    ],
    ["the init as a member", (_, init) => Object.assign(new TypeError("x"), { init })],
    ["a Request as a cause", (url, init) => new TypeError("x", { cause: new Request(url, init) })],
    [
      "the init deep down",
      (_, init) => new Error("1", { cause: new Error("2", { cause: { init } }) }),
    ],
    ["the init itself", (_, init) => init],
    ["several errors", (_, init) => new AggregateError([new Error(String(init.body)), init])],
    ["the body as a text", (_, init) => String(init.body)],
  ];

  it.each(throwers)("gives an error without secrets: %s", async (_, make) => {
    const told: unknown[] = [];
    const error = await failure(async (url, init = {}) => {
      throw make(String(url), init);
    }, told);
    expect(isChatError(error, "network")).toBe(true);
    expectNoSecret(prints(error));
    expectNoSecret(prints(told));
  });

  it("keeps what led to it", async () => {
    const cause = new TypeError("fetch failed", { cause: new Error("reset") });
    const error = await failure(() => Promise.reject(cause));
    const { cause: kept } = error as Error;
    expect(kept).toBeInstanceOf(TypeError);
    expect(kept).toMatchObject({ message: "fetch failed", cause: { message: "reset" } });
  });

  it("shows none where decorators stand on their own", async () => {
    const told: unknown[] = [];
    const tell = (event: unknown) => void told.push(event);
    const failing: Fetch = async (url, init) => {
      throw Object.assign(new TypeError(String(url)), { init });
    };
    const call = compose(
      retry({ random: () => 0 }),
      bearerAuth(TOKEN),
      hooks({ onRequest: tell, onRetry: tell }),
      networkErrors(),
    )(failing)(URL_);
    expectNoSecret(prints(await call.catch((thrown: unknown) => thrown)));
    expectNoSecret(prints(told));
    expect(told).toHaveLength(5);
  });

  it("shows none in the record of attempts, when the token source is what throws", async () => {
    const told: unknown[] = [];
    const tell = (event: unknown) => void told.push(event);
    let asked = 0;
    const accessToken = async () => {
      asked += 1;
      if (asked === 2) throw new TypeError(`fetch failed: ${TOKEN} x-token=${SECRET}`);
      return TOKEN;
    };
    const { fetch } = fakeFetch(text("", { status: 503 }), json({}, { status: 404 }));
    const client = testClient(
      {
        fetch,
        retry: { random: () => 0, shouldRetry: () => true, attempts: 3 },
        hooks: { onRetry: tell, onError: tell },
      },
      { accessToken },
    );
    const error = await client.readRoom(room).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "not_found", failures: [{ status: 503 }, {}] });
    expectNoSecret(prints(error));
    expectNoSecret(prints(told));
  });

  it("tells hooks of a token source's failure without its secrets", async () => {
    const told: unknown[] = [];
    const tell = (event: unknown) => void told.push(event);
    const source = cachedToken(() => Promise.reject(new Error(`x-token=${SECRET}`)));
    const client = testClient(
      { hooks: { onTokenRefresh: tell, onError: tell } },
      { accessToken: source },
    );
    await client.readRoom(room).catch(() => {});
    expect(told).toHaveLength(2);
    expectNoSecret(prints(told));
  });
});

describe("configuration that is refused", () => {
  it.each([`user:${SECRET}`, `//user:${SECRET}@h`, `https://h?token=${SECRET}`])(
    "does not repeat a base URL: %s",
    (baseUrl) => {
      let thrown: unknown;
      try {
        testClient({ baseUrl });
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(ConfigurationError);
      expectNoSecret(prints(thrown));
    },
  );

  it("does not repeat the value of a credential, a path or a body", async () => {
    const call = (accessToken: TokenSource, roomId: string, body: object) =>
      testClient({}, { accessToken })
        .renameRoom({ path: { roomId }, body: body as never })
        .catch((thrown: unknown) => thrown);
    const loop: Record<string, unknown> = { name: "n", token: SECRET };
    loop.self = loop;
    const errors = [
      await call(`Bearer ${SECRET}`, "1", { name: "n" }),
      await call(`${SECRET}\n`, "1", { name: "n" }),
      await call(TOKEN, `${SECRET}`, { name: "n" }),
      await call(TOKEN, "1", loop),
    ];
    for (const error of errors) {
      expect(error).toBeInstanceOf(ConfigurationError);
      expectNoSecret(prints(error));
    }
  });
});

describe("a client", () => {
  it("shows no credential and no option when it is printed", async () => {
    const source = cachedToken(() => TOKEN);
    const client = testClient(
      { headers: { "x-token": SECRET }, fetch: fakeFetch(json(ROOM)).fetch },
      { accessToken: source, clientSecret: SECRET, tenantId: () => ({ value: TOKEN }) },
    );
    await client.readRoom(room);
    for (const value of [
      client,
      client.readRoom,
      source,
      bearerAuth(TOKEN),
      bearerAuth(TOKEN)(fetch),
    ]) {
      expectNoSecret(prints(value));
    }
  });
});

describe("a hook that fails", () => {
  it.each([
    ["with a secret", () => Promise.reject(new Error(`Bearer ${SECRET}`)), "[masked]"],
    ["with what has no text", () => Promise.reject(Object.create(null)), "[an object]"],
    [
      "as a foreign promise",
      // biome-ignore lint/suspicious/noThenProperty: it stands for a promise of another library.
      () => ({ then: (_: unknown, reject: (error: unknown) => void) => reject(`token=${SECRET}`) }),
      "[masked]",
    ],
  ])("is reported without secrets and breaks nothing: %s", async (_, onRequest, said) => {
    const report = vi.spyOn(console, "error").mockImplementation(() => {});
    const { fetch } = fakeFetch(json(ROOM));
    await testClient({ fetch, hooks: { onRequest } }).listRooms();
    expect(report).toHaveBeenCalledOnce();
    expect(inspect(report.mock.calls[0])).toContain(said);
    expectNoSecret(prints(report.mock.calls[0]));
  });
});
