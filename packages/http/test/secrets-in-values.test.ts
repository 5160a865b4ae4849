import { createContext as createRealm, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { isChatError, maskValue, NetworkError } from "../src/index.js";
import { prints } from "./prints.js";

const SECRET = "fake-secret-value";
const secrets: ReadonlySet<string> = new Set([SECRET]);
const headers = { authorization: `Bearer ${SECRET}`, "x-a": "1" };
const url = `https://api.example.com/?x-token=${SECRET}`;

/** A class that shows what no member of it holds. */
class Telltale {
  readonly #secret = SECRET;
  toJSON(): string {
    return this.#secret;
  }
}

class CodedError extends Error {
  override readonly name = "CodedError";
  readonly code = "E_CODED";
  readonly #url = url;
  get url(): string {
    return this.#url;
  }
  get broken(): string {
    throw new Error(SECRET);
  }
}

const throwing = { a: 1, token: SECRET };
Object.defineProperty(throwing, "b", {
  enumerable: true,
  get: () => {
    throw new Error(SECRET);
  },
});
const cyclic: Record<string, unknown> = { token: SECRET, list: [] };
cyclic.self = cyclic;
cyclic.list = [cyclic];
const cyclicList: unknown[] = [SECRET];
cyclicList.push(cyclicList, cyclicList);
const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], SECRET);
const withoutStack = Object.assign(new Error("x"), { note: SECRET });
Reflect.deleteProperty(withoutStack, "stack");

const SHOWING: readonly (readonly [string, unknown])[] = [
  ["a text", `it was ${SECRET}`],
  ["a plain object", { a: { b: [{ token: "other" }, SECRET] } }],
  ["an object without a prototype", Object.assign(Object.create(null), { token: SECRET })],
  ["a key", { [SECRET]: 1 }],
  ["a symbol key", { [Symbol("token")]: SECRET, [Symbol()]: SECRET }],
  ["a member that is not enumerable", Object.defineProperty({}, "token", { value: SECRET })],
  ["a getter", Object.defineProperty({}, "a", { get: () => SECRET, enumerable: true })],
  ["an object with a getter that throws", throwing],
  ["a cyclic object", cyclic],
  ["a cyclic list", cyclicList],
  ["a cyclic list under a secret name", { tokens: cyclicList }],
  ["200,000 lists in each other", deep],
  [
    "headers as pairs",
    {
      headers: [
        ["x-token", SECRET],
        ["x-a", "1"],
      ],
    },
  ],
  ["headers as a flat list", ["x-token", SECRET, "x-a", "1"]],
  ["headers as names and values", [{ name: "x-token", value: SECRET }]],
  ["a token with its expiry", { token: { value: SECRET, expiresAt: new Date(0) } }],
  ["a list under a secret name", { authorization: [SECRET] }],
  ["Headers", new Headers(headers)],
  ["a URL", new URL(url)],
  ["URLSearchParams", new URLSearchParams({ chat_token: SECRET })],
  ["a Request", new Request(url, { headers })],
  ["a Response", new Response("", { headers, statusText: `token=${SECRET}` })],
  ["a Map", new Map([["token", SECRET]])],
  ["a Map's key", new Map([[SECRET, 1]])],
  ["a Set", new Set([SECRET])],
  ["bytes", { body: new TextEncoder().encode(`token=${SECRET}`) }],
  ["a buffer", { body: new TextEncoder().encode(`token=${SECRET}`).buffer }],
  ["an init", { method: "POST", headers: new Headers(headers), body: `token=${SECRET}` }],
  ["an error's message", new Error(url)],
  ["an error's member", Object.assign(new CodedError("x"), { request: { headers } })],
  ["an error without a stack", withoutStack],
  ["an error's getter", new CodedError("x")],
  ["a DOMException", new DOMException(url, "AbortError")],
  [
    "an error three causes deep",
    new Error("1", {
      cause: new Error("2", { cause: new TypeError("3", { cause: { headers } }) }),
    }),
  ],
  ["an AggregateError", new AggregateError([new Error(url), { headers }], "all")],
  ["a proxy that throws", new Proxy({}, { ownKeys: () => [].at(0) as never })],
];

describe("a value", () => {
  it.each(SHOWING)("shows no secret when it is %s", (_, value) => {
    const printed = prints(maskValue(value, secrets));
    expect(printed).not.toContain(SECRET);
    // As bytes, it would be legible to anybody who cares.
    expect(printed).not.toContain([...new TextEncoder().encode(SECRET)].join(", "));
    expect(printed).toContain("[masked]");
  });

  it.each([
    ["a secret name", { token: "unknown-1", n: 5 }, { token: "[masked]", n: 5 }],
    [
      "numbers",
      { token: 12, tokens: [34n], n: 5 },
      { token: "[masked]", tokens: ["[masked]"], n: 5 },
    ],
    [
      "nothing to hide",
      { token: null, cookie: "", jwt: true },
      { token: null, cookie: "", jwt: true },
    ],
    ["an object", { token: { expired_at: 7 } }, { token: { expired_at: 7 } }],
    ["a name in a list", ["x-token", "unknown", "x"], ["x-token", "[masked]", "x"]],
  ])("is masked by name: %s", (_, value, expected) => {
    expect(maskValue(value)).toEqual(expected);
  });

  it("whose class tells more than its members is replaced by its members", () => {
    expect(prints(maskValue({ inner: new Telltale() }, secrets))).not.toContain(SECRET);
  });

  it("is masked by value as a number too", () => {
    expect(maskValue({ n: 1234567 }, new Set(["1234567"]))).toEqual({ n: "[masked]" });
  });

  it("is left as it is, the copy apart", () => {
    const value = { a: [{ token: SECRET }], at: new Date(0), again: new Date(0) };
    const copy = maskValue(value);
    expect(value.a[0]?.token).toBe(SECRET);
    expect(copy).toEqual({ a: [{ token: "[masked]" }], at: value.at, again: value.again });
    expect(copy.at).toBe(value.at);
  });

  it.each([
    ["an error", new CodedError("x", { cause: new Error("y") })],
    ["a class", new (class Plain {})()],
    ["headers", new Headers({ "x-a": "1" })],
    ["a cycle", Object.assign([], { 0: [] })],
    [
      "a getter that throws",
      Object.defineProperty({}, "a", Object.getOwnPropertyDescriptor(throwing, "b") as never),
    ],
    ["bytes", new Uint8Array(3)],
    ["null", null],
    ["a function", () => SECRET],
  ])("that shows none stays itself: %s", (name, value) => {
    if (name === "an error") {
      // Its getter shows one, so that it is copied; without the getter it is not.
      const plain = new RangeError("x", { cause: new Error("y") });
      expect(maskValue(plain, secrets)).toBe(plain);
    } else expect(maskValue(value, secrets)).toBe(value);
  });
});

describe("a masked error", () => {
  it("keeps its class, name, code, causes and stack", () => {
    const cause = Object.assign(new TypeError(`bad ${url}`), { code: "E_X" });
    const error = maskValue(new CodedError(`at ${url}`, { cause }), secrets);
    expect(error).toBeInstanceOf(CodedError);
    expect(error).toMatchObject({ name: "CodedError", code: "E_CODED" });
    expect(error.url).toBe("https://api.example.com/?x-token=[masked]");
    expect(error.message).toBe("at https://api.example.com/?x-token=[masked]");
    expect(error.stack).toContain("secrets-in-values.test.ts");
    expect(error.cause).toBeInstanceOf(TypeError);
    expect(error.cause).toMatchObject({ code: "E_X" });
    expect(Object.keys(error)).toEqual(["name", "code"]);
  });

  it("of the platform keeps what its class computes", () => {
    const error = maskValue(new DOMException(url, "AbortError"), secrets);
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: "AbortError", code: 20 });
  });

  it("of several keeps them, in order", () => {
    const { errors } = maskValue(new AggregateError([new Error(url), new RangeError("b")]));
    expect(errors).toMatchObject([
      { message: expect.stringContaining("[masked]") },
      { message: "b" },
    ]);
    expect(errors[1]).toBeInstanceOf(RangeError);
  });

  it("of ours is still known as one of ours", () => {
    const error = maskValue(new NetworkError(`no ${SECRET}`), secrets);
    expect(error).toBeInstanceOf(NetworkError);
    expect(isChatError(error, "network")).toBe(true);
    expect(error.message).toBe("no [masked]");
  });

  it("of another realm shows none either", () => {
    const foreign: unknown = runInContext(`new Error("token=${SECRET}")`, createRealm({}));
    expect(prints(maskValue(foreign, secrets))).not.toContain(SECRET);
  });

  it("that causes itself ends", () => {
    const error = new Error(url);
    error.cause = error;
    const masked = maskValue(error);
    expect(masked.cause).toBe(masked);
  });
});
