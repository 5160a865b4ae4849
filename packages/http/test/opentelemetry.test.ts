import { AsyncLocalStorage } from "node:async_hooks";
import {
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type bearerAuth, compose, type Fetch, type FetchDecorator, retry } from "../src/index.js";
import { type TracingOptions, tracing } from "../src/opentelemetry.js";
import { fakeClock, settled } from "./clock.js";
import { fakeFetch, json, ROOM, testClient, text } from "./support.js";

const SECRET = "fake-access-token";
const room = { path: { roomId: "1" } };
const busy = text("", { status: 503 });
const url = "https://api.example.com/rooms/1";

const exporter = new InMemorySpanExporter();
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});

/** What is active follows asynchronous work, as in a process that is traced for real. */
function contextManager(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, work, self, ...args) => storage.run(active, () => work.apply(self, args)),
    bind: (_, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

beforeAll(() => {
  context.setGlobalContextManager(contextManager());
  propagation.setGlobalPropagator({
    inject(active, carrier, setter) {
      const { traceId, spanId } = trace.getSpanContext(active) ?? {};
      setter.set(carrier, "traceparent", `00-${traceId}-${spanId}-01`);
    },
    extract: (active) => active,
    fields: () => ["traceparent"],
  });
});
beforeEach(() => exporter.reset());
afterAll(() => {
  context.disable();
  propagation.disable();
});

/** The only span there is. */
function onlySpan(): ReadableSpan {
  const spans = exporter.getFinishedSpans();
  expect(spans).toHaveLength(1);
  return spans[0] as ReadableSpan;
}

const events = () => onlySpan().events.map(({ name, attributes }) => ({ name, ...attributes }));
const traced = (fetch: Fetch, options: TracingOptions = {}, ...inner: FetchDecorator[]): Fetch =>
  compose(tracing({ tracerProvider, ...options }), ...inner)(fetch);
const client = (fetch: Fetch, options: Parameters<typeof testClient>[0] = {}) =>
  testClient({ fetch, decorators: [tracing({ tracerProvider })], ...options });

describe("a call that succeeds", () => {
  it("is one client span with the attributes of the conventions", async () => {
    await client(fakeFetch(json(ROOM)).fetch).readRoom(room);
    const span = onlySpan();
    expect(span.kind).toBe(SpanKind.CLIENT);
    expect(span.name).toBe("GET /rooms/{roomId}");
    expect(span.instrumentationScope.name).toBe("@roomkey/http");
    expect(span.attributes).toEqual({
      "http.request.method": "GET",
      "url.full": url,
      "url.template": "/rooms/{roomId}",
      "server.address": "api.example.com",
      "server.port": 443,
      "roomkey.provider": "test",
      "roomkey.operation": "readRoom",
      "http.response.status_code": 200,
    });
    expect(span.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span.events).toEqual([]);
    expect(span.ended).toBe(true);
  });

  it("is a child of what was active, and active itself while inner decorators run", async () => {
    const tracer = tracerProvider.getTracer("test");
    const active: (string | undefined)[] = [];
    const note = async () => {
      await settled();
      active.push(trace.getActiveSpan()?.spanContext().spanId);
    };
    const probe: FetchDecorator = (next) => async (input, init) => {
      await note();
      return next(input, init);
    };
    const { fetch } = fakeFetch(busy, json(ROOM));
    await tracer.startActiveSpan("page", async (page) => {
      const decorators = [tracing({ tracer }), probe];
      const noted: Fetch = (input, init) => note().then(() => fetch(input, init));
      const options = { decorators, retry: { random: () => 0 } };
      await client(noted, options).readRoom(room);
      expect(trace.getActiveSpan()).toBe(page);
      const span = onlySpan();
      const { spanId, traceId } = page.spanContext();
      expect(span.parentSpanContext?.spanId).toBe(spanId);
      expect(span.spanContext().traceId).toBe(traceId);
      expect(span.instrumentationScope.name).toBe("test");
      const own = span.spanContext().spanId;
      expect(active).toEqual([own, own, own]);
      page.end();
    });
  });

  it("is traced by the global provider, also one that is registered after the client", async () => {
    const late = client(fakeFetch(json(ROOM)).fetch, { decorators: [tracing()] });
    await late.readRoom(room);
    expect(exporter.getFinishedSpans()).toEqual([]);
    trace.setGlobalTracerProvider(tracerProvider);
    await late.readRoom(room);
    trace.disable();
    expect(onlySpan().name).toBe("GET /rooms/{roomId}");
  });
});

describe("a fetch of any other kind", () => {
  const ok = text("");

  it("is named after its method alone, for the path would be a name of its own for each", async () => {
    await traced(fakeFetch(ok).fetch)(new URL(url));
    await traced(fakeFetch(ok).fetch)(url, { method: "post" });
    await traced(fakeFetch(ok).fetch)(new Request(url, { method: "PUT" }));
    await traced(fakeFetch(ok).fetch)(url, { method: "purge" });
    const spans = exporter.getFinishedSpans();
    expect(spans.map(({ name }) => name)).toEqual(["GET", "POST", "PUT", "HTTP"]);
    expect(spans[2]?.attributes["url.full"]).toBe(url);
    expect(spans[1]?.attributes).not.toHaveProperty("http.request.method_original");
    expect(spans[3]?.attributes).toMatchObject({
      "http.request.method": "_OTHER",
      "http.request.method_original": "purge",
    });
    expect(spans[0]?.attributes).not.toHaveProperty("url.template");
    expect(spans[0]?.attributes).not.toHaveProperty("roomkey.provider");
    expect(spans[0]?.attributes).not.toHaveProperty("roomkey.operation");
  });

  it.each([
    ["http://127.0.0.1:4010/a", "127.0.0.1", 4010],
    ["http://example.com/a", "example.com", 80],
    ["https://[::1]/a", "::1", 443],
  ])("%s has the address %s and the port %d", async (address, server, port) => {
    await traced(fakeFetch(ok).fetch)(address);
    expect(onlySpan().attributes).toMatchObject({
      "url.full": address,
      "server.address": server,
      "server.port": port,
    });
  });

  it("that is relative to the page has no address of a server", async () => {
    await traced(fakeFetch(ok).fetch)("/rooms?token=fake-secret");
    expect(onlySpan().attributes).toEqual({
      "http.request.method": "GET",
      "url.full": "/rooms?token=[masked]",
      "http.response.status_code": 200,
    });
  });

  it("that a browser keeps to itself has no status", async () => {
    await traced(fakeFetch(() => Response.error()).fetch)(url);
    expect(onlySpan().attributes).not.toHaveProperty("http.response.status_code");
    expect(onlySpan().status.code).toBe(SpanStatusCode.UNSET);
  });

  it("shows no secret of its address", async () => {
    await traced(fakeFetch(ok).fetch)("https://ada:fake-pw@example.com/?access_token=fake&page=2");
    await traced(fakeFetch(ok).fetch)("https://example.com/");
    const full = exporter.getFinishedSpans().map(({ attributes }) => attributes["url.full"]);
    expect(full).toEqual([
      "https://REDACTED:REDACTED@example.com/?access_token=[masked]&page=2",
      "https://example.com/",
    ]);
  });
});

describe("an error", () => {
  it.each([
    [399, undefined, SpanStatusCode.UNSET],
    [400, "400", SpanStatusCode.ERROR],
    [404, "404", SpanStatusCode.ERROR],
    [500, "500", SpanStatusCode.ERROR],
  ])("of status %d is known by its status alone", async (status, type, code) => {
    await client(fakeFetch(text("", { status })).fetch)
      .readRoom(room)
      .catch(() => {});
    const span = onlySpan();
    expect(span.attributes["http.response.status_code"]).toBe(status);
    expect(span.attributes["error.type"]).toBe(type);
    expect(span.status).toEqual({ code });
    expect(span.events).toEqual([]);
  });

  it("without an answer is named by its code, and recorded without secrets", async () => {
    const failure = new Error(`connect with Bearer ${SECRET} and ${SECRET}`);
    await client(() => Promise.reject(failure))
      .readRoom(room)
      .catch(() => {});
    const span = onlySpan();
    const message = "test readRoom: no answer from api.example.com";
    expect(span.attributes["error.type"]).toBe("network");
    expect(span.attributes).not.toHaveProperty("http.response.status_code");
    expect(span.status).toEqual({ code: SpanStatusCode.ERROR, message });
    expect(events()).toEqual([
      {
        name: "exception",
        "exception.type": "NetworkError",
        "exception.message": message,
        "exception.stacktrace": expect.stringContaining("NetworkError: test readRoom"),
      },
    ]);
  });

  it("that comes after the status keeps the status", async () => {
    const broken = new ReadableStream({ pull: (body) => body.error(new Error("reset")) });
    await client(async () => new Response(broken))
      .readRoom(room)
      .catch(() => {});
    expect(onlySpan().attributes).toMatchObject({
      "error.type": "unexpected_response",
      "http.response.status_code": 200,
    });
  });

  it("of any other class is named by its class, its secrets masked in message and stack", async () => {
    const failure = new RangeError(`Authorization: Bearer ${SECRET}`);
    const fetch = traced(() => Promise.reject(failure));
    await expect(fetch(url)).rejects.toBe(failure);
    expect(onlySpan().attributes["error.type"]).toBe("RangeError");
    expect(onlySpan().status.message).toBe("Authorization: Bearer [masked]");
    expect(events()[0]).toMatchObject({
      "exception.type": "RangeError",
      "exception.stacktrace": expect.stringContaining("RangeError: Authorization: Bearer [masked]"),
    });
    expect(JSON.stringify([onlySpan().attributes, events()])).not.toContain(SECRET);
  });

  it("without a stack is recorded as well", async () => {
    const failure = Object.assign(new Error("bare"), { stack: undefined });
    await traced(() => Promise.reject(failure))(url).catch(() => {});
    expect(events()).toEqual([
      { name: "exception", "exception.type": "Error", "exception.message": "bare" },
    ]);
  });

  it.each([
    ["refused with token=fake-secret", "refused with token=[masked]"],
    [{ secret: "fake-secret" }, "a thrown object"],
    [undefined, "a thrown undefined"],
    [Object.create(null), "a thrown object"],
  ])("that is none, %o, ends the span too", async (thrown, message) => {
    await expect(traced(() => Promise.reject(thrown))(url)).rejects.toBe(thrown);
    expect(onlySpan().attributes["error.type"]).toBe("_OTHER");
    expect(onlySpan().status).toEqual({ code: SpanStatusCode.ERROR, message });
    expect(events()).toEqual([
      { name: "exception", "exception.type": "_OTHER", "exception.message": message },
    ]);
  });

  it("that is thrown at once, without a promise, ends the span too", async () => {
    const thrower = () => {
      throw new Error("at once");
    };
    await expect(traced(thrower)(url)).rejects.toThrow("at once");
    expect(onlySpan().status.message).toBe("at once");
  });

  it("of the caller's own, an abort, is an error of the span, and ends it at once", async () => {
    const controller = new AbortController();
    const hanging = client(() => new Promise<never>(() => {}));
    const failed = hanging.readRoom(room, { signal: controller.signal }).catch((e: unknown) => e);
    await settled();
    expect(exporter.getFinishedSpans()).toEqual([]);
    controller.abort();
    expect(await failed).toBe(controller.signal.reason);
    expect(onlySpan().attributes["error.type"]).toBe("AbortError");
    expect(onlySpan().status.code).toBe(SpanStatusCode.ERROR);
  });

  it("of a deadline ends the span too", async () => {
    const slow = client(() => new Promise<never>(() => {}), { timeout: { attemptMs: 1 } });
    await slow.readRoom(room).catch(() => {});
    expect(onlySpan().attributes["error.type"]).toBe("timeout");
  });
});

describe("attempts", () => {
  it("are events of the one span, and counted", async () => {
    const reset = () => Promise.reject(new TypeError("reset"));
    const { fetch } = fakeFetch(busy, reset, json(ROOM));
    await client(fetch, { retry: { random: () => 0 } }).readRoom(room);
    expect(onlySpan().attributes).toMatchObject({
      "http.request.resend_count": 2,
      "http.response.status_code": 200,
    });
    expect(onlySpan().status.code).toBe(SpanStatusCode.UNSET);
    expect(events()).toEqual([
      {
        name: "roomkey.retry",
        "roomkey.attempt": 1,
        "roomkey.retry.delay_ms": 0,
        "error.type": "503",
        "http.response.status_code": 503,
      },
      {
        name: "roomkey.retry",
        "roomkey.attempt": 2,
        "roomkey.retry.delay_ms": 0,
        "error.type": "network",
        "error.message": "test readRoom: no answer from api.example.com",
      },
    ]);
  });

  it("are counted around a plain fetch too", async () => {
    const clock = fakeClock();
    const { fetch } = fakeFetch(busy, busy, text(""));
    const done = traced(fetch, {}, retry({ clock, random: () => 0.5 }))(url);
    await clock.next();
    await clock.next();
    await done;
    expect(onlySpan().attributes["http.request.resend_count"]).toBe(2);
    expect(events()).toMatchObject([
      { "roomkey.attempt": 1, "roomkey.retry.delay_ms": 150 },
      { "roomkey.attempt": 2, "roomkey.retry.delay_ms": 300 },
    ]);
  });

  it("after a 401 are counted, and the fetched token is an event", async () => {
    const { fetch } = fakeFetch(text("", { status: 401 }), json(ROOM));
    let onRefresh: ((refresh: never) => void) | undefined;
    const source: Parameters<typeof bearerAuth>[0] = ({ rejected, onRefresh: tell }) => {
      onRefresh = tell as typeof onRefresh;
      const reason = rejected === undefined ? "expired" : "rejected";
      const failed = new Error(`no ${SECRET}: token=fake`);
      tell?.({ reason, durationMs: 7, ...(rejected !== undefined && { error: failed }) });
      return rejected === undefined ? SECRET : "fake-other-token";
    };
    const decorators = [tracing({ tracerProvider })];
    await testClient({ fetch, decorators }, { accessToken: source }).readRoom(room);
    expect(onlySpan().attributes["http.request.resend_count"]).toBe(1);
    expect(events()).toEqual([
      {
        name: "roomkey.token_refresh",
        "roomkey.token_refresh.reason": "expired",
        "roomkey.token_refresh.duration_ms": 7,
      },
      {
        name: "roomkey.token_refresh",
        "roomkey.token_refresh.reason": "rejected",
        "roomkey.token_refresh.duration_ms": 7,
        "error.type": "Error",
        "error.message": "no [masked]: token=[masked]",
      },
    ]);
    onRefresh?.({ reason: "ahead", durationMs: 1 } as never);
    expect(onlySpan().events).toHaveLength(2);
  });
});

describe("the trace context", () => {
  it("is not sent unless asked for", async () => {
    const { fetch, sent } = fakeFetch(json(ROOM));
    await client(fetch).readRoom(room);
    expect(sent[0]?.headers.has("traceparent")).toBe(false);
  });

  it("is sent on every attempt, beside all other headers, when it is", async () => {
    const { fetch, sent } = fakeFetch(busy, json(ROOM));
    const decorators = [tracing({ tracerProvider, propagate: true })];
    await client(fetch, { decorators, retry: { random: () => 0 } }).readRoom(room);
    const { traceId, spanId } = onlySpan().spanContext();
    for (const { headers } of sent) {
      expect(headers.get("traceparent")).toBe(`00-${traceId}-${spanId}-01`);
      expect(headers.get("accept")).toBe("application/json");
      expect(headers.get("authorization")).toBe(`Bearer ${SECRET}`);
    }
    expect(sent).toHaveLength(2);
  });

  it("keeps the headers of a Request, and those of an init", async () => {
    const { fetch, sent } = fakeFetch(text(""));
    const send = traced(fetch, { propagate: true });
    await send(new Request(url, { headers: { "x-own": "request" } }));
    await send(url, { headers: { "x-own": "init" } });
    await send(url);
    expect(sent.map(({ headers }) => headers.get("x-own"))).toEqual(["request", "init", null]);
    expect(sent.every(({ headers }) => headers.has("traceparent"))).toBe(true);
  });
});
