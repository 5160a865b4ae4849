import { describe, expect, it } from "vitest";
import { compareOutcome, compareRequest, readVectors, type Vector } from "../src/index.js";

const FORM = "application/x-www-form-urlencoded";

function vectorOf(changes: Partial<Vector>): Vector {
  const [first] = readVectors();
  if (first === undefined) throw new Error("there are no vectors");
  return { ...first, ...changes };
}

const post = (path: string, type: string, body: string) => ({
  method: "POST",
  path,
  headers: { "content-type": type },
  body,
});

const GROUP = vectorOf({ request: post("/c/a%20b", FORM, "ids[]=x%20y&ids[]=z&name=n") });

describe("a request is", () => {
  it("exactly right with the same bytes", () => {
    expect(compareRequest(GROUP, GROUP.request as never)).toEqual({ exact: true, differences: [] });
  });

  it.each([
    ["escaped brackets and plus signs", "/c/a%20b", "ids%5B%5D=x+y&ids%5B%5D=z&name=n"],
    ["fields in another order", "/c/a%20b", "name=n&ids[]=x%20y&ids[]=z"],
    ["other escapes in the path", "/c/%61%20b", "ids[]=x%20y&ids[]=z&name=n"],
  ])("right, yet not exactly, with %s", (_, path, body) => {
    const seen = post(path, `${FORM}; charset=utf-8`, body);
    expect(compareRequest(GROUP, seen)).toEqual({ exact: false, differences: [] });
  });

  it.each([
    ["items joined by commas", "/c/a%20b", FORM, "ids[]=x%20y,z&name=n"],
    ["indexed keys", "/c/a%20b", FORM, "ids[][0]=x%20y&ids[][1]=z&name=n"],
    ["items in another order", "/c/a%20b", FORM, "ids[]=z&ids[]=x%20y&name=n"],
    ["a field more", "/c/a%20b", FORM, "ids[]=x%20y&ids[]=z&name=n&more="],
    ["a plus sign for a space in the path", "/c/a+b", FORM, "ids[]=x%20y&ids[]=z&name=n"],
    ["an escaped slash", "/c%2Fa%20b", FORM, "ids[]=x%20y&ids[]=z&name=n"],
    ["another content type", "/c/a%20b", "text/plain", "ids[]=x%20y&ids[]=z&name=n"],
  ])("wrong with %s", (_, path, type, body) => {
    expect(compareRequest(GROUP, post(path, type, body)).differences).toHaveLength(1);
  });

  it("right with JSON in another order, and wrong with a null more", () => {
    const token = vectorOf({ request: post("/t", "application/json", '{"a":"&","b":2}') });
    const compared = (body: string) => compareRequest(token, post("/t", "application/json", body));
    expect(compared('{ "b": 2, "a": "\\u0026" }')).toEqual({ exact: false, differences: [] });
    expect(compared('{"a":"&","b":2,"c":null}').differences).toHaveLength(1);
    expect(compared('{"a":"&"}').differences).toHaveLength(1);
    expect(compared("[]").differences).toHaveLength(1);
  });

  it("right with another text for the same time, and wrong with one for another", () => {
    const at = vectorOf({
      request: post("/t", "application/json", '{"at":"2099-12-31T00:00:00Z"}'),
    });
    const compared = (time: string) =>
      compareRequest(at, post("/t", "application/json", `{"at":"${time}"}`)).differences;
    expect(compared("2099-12-31T00:00:00+00:00")).toEqual([]);
    expect(compared("2099-12-31T00:00:00+01:00")).toHaveLength(1);
  });
});

const TIMES = { name: null, at: "2099-12-31T00:00:00Z", list: [], deep: { n: 1 } };

describe("a value is", () => {
  const wrong = (value: unknown) =>
    compareOutcome(vectorOf({ expect: { value: TIMES } }), { value });

  it("right with what is wanted, members more, nulls left out, times printed otherwise", () => {
    expect(wrong(TIMES)).toEqual([]);
    expect(wrong({ at: "2099-12-31T00:00+00:00", deep: { n: 1, m: 2 }, more: true })).toEqual([]);
  });

  it("wrong with anything else, and told where", () => {
    expect(wrong({ ...TIMES, deep: { n: 2 } })).toEqual(["deep.n is 2, not 1"]);
    expect(wrong({ ...TIMES, name: "" })).toEqual(["name is not null"]);
    expect(wrong({ ...TIMES, list: ["a"] })).toEqual(["list has 1 items"]);
    expect(wrong({ ...TIMES, at: "2099-12-31T00:00:01Z" })).toHaveLength(1);
    expect(wrong(undefined)).toHaveLength(1);
    expect(compareOutcome(vectorOf({ expect: { value: TIMES } }), { error: {} })).toHaveLength(1);
  });
});

describe("an error is", () => {
  const refused = { status: 402, code: "payment_required", providerCode: "p", body: { a: 1 } };
  const vector = vectorOf({ expect: { error: refused } });

  it("right with its status, and with as much of the rest as is told", () => {
    expect(compareOutcome(vector, { error: { status: 402 } })).toEqual([]);
    expect(compareOutcome(vector, { error: refused })).toEqual([]);
  });

  it("wrong without its status, with another code or body, and when it is a value", () => {
    expect(compareOutcome(vector, { error: {} })).toHaveLength(1);
    expect(compareOutcome(vector, { error: { ...refused, code: "not_found" } })).toHaveLength(1);
    expect(compareOutcome(vector, { error: { ...refused, body: { a: 2 } } })).toHaveLength(1);
    expect(compareOutcome(vector, { value: refused })).toHaveLength(1);
  });

  it("right without a status where the answer cannot be used", () => {
    const broken = { status: 200, code: "unexpected_response", providerCode: null };
    expect(compareOutcome(vectorOf({ expect: { error: broken } }), { error: {} })).toEqual([]);
  });
});
