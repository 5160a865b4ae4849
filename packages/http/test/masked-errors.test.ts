import { createContext as createRealm, runInContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { NetworkError } from "../src/index.js";
import { prints } from "./prints.js";

const SECRET = "fake-secret-value-1";
const url = `https://api.example.com/?x-token=${SECRET}`;

/** What an error of ours keeps of the one that led to it. */
const kept = (cause: unknown) => new NetworkError("no answer", { cause }).cause;

describe("the cause of an error", () => {
  it("keeps its class, name, message, code, stack and causes", () => {
    const cause = Object.assign(new TypeError("refused", { cause: new RangeError("deep") }), {
      code: "ECONNREFUSED",
    });
    const error = kept(cause) as Error;
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: "TypeError", message: "refused", code: "ECONNREFUSED" });
    expect(error.stack).toContain("masked-errors.test.ts");
    expect(error.cause).toBeInstanceOf(RangeError);
    expect(error.cause).toMatchObject({ message: "deep" });
    expect(prints(error)).toContain("ECONNREFUSED");
  });

  it("keeps several errors, in order", () => {
    const { errors } = kept(
      new AggregateError([new Error(url), new RangeError("b")]),
    ) as AggregateError;
    expect(errors).toMatchObject([
      { message: "https://api.example.com/?x-token=[masked]" },
      { message: "b" },
    ]);
    expect(errors[1]).toBeInstanceOf(RangeError);
  });

  it("keeps the name and the code of an error of the platform", () => {
    const error = kept(new DOMException(url, "AbortError"));
    expect(error).toBeInstanceOf(DOMException);
    expect(error).toMatchObject({ name: "AbortError", code: 20 });
    expect(prints(error)).not.toContain(SECRET);
  });

  it("that is one of ours is kept itself", () => {
    const inner = new NetworkError(`at ${url}`);
    expect(kept(inner)).toBe(inner);
    expect(inner.message).toBe("at https://api.example.com/?x-token=[masked]");
  });

  it.each([
    ["a text", `token=${SECRET}`],
    ["members beside those of an error", Object.assign(new Error("x"), { headers: { a: SECRET } })],
    ["an object", { authorization: SECRET }],
    ["a list of objects", [{ authorization: SECRET }]],
    ["an error whose message is an object", Object.assign(new Error(), { message: { SECRET } })],
    ["an error of another realm", runInContext(`new Error("token=${SECRET}")`, createRealm({}))],
    [
      "an error deep down",
      Array.from({ length: 30 }).reduce((cause) => new Error("x", { cause }), new Error(url)),
    ],
  ])("shows no secret: %s", (_, cause) => {
    expect(prints(kept(cause))).not.toContain(SECRET);
  });

  it("that causes itself ends", () => {
    const error = new Error(url);
    error.cause = error;
    expect(prints(kept(error))).not.toContain(SECRET);
  });

  it.each([null, 7, false])("may be anything that was thrown: %j", (cause) => {
    expect(kept(cause)).toBe(cause);
  });
});
