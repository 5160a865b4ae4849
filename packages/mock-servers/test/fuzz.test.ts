import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeForm } from "../src/decode-form.js";
import type { MockServers } from "../src/index.js";
import { startMockServers } from "../src/index.js";
import { exchange, rawRequest, readAnswers } from "./support/raw.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
afterAll(() => mocks.stop());

const FORM = "Content-Type: application/x-www-form-urlencoded";
const JSON_HEADERS = ["Content-Type: application/json", "x-bv-org-id: any"];

type Parts = [line: string, headers: string[], body: string];

const TRAFFIC: Parts[] = [
  ["GET /channels/1234/chat.json", [], ""],
  ["GET /bv/chatroom/v1/chatrooms/config?a=1&b=%20", [], ""],
  ["POST /channels/1234/chat/groups.json", [FORM], "participant_ids[]=a&chat_token=t%20"],
  ["POST /oauth2/token", [FORM], "grant_type=refresh_token&client_id=1"],
  ["POST /bv/chatroom/v1/chatrooms/r1/tokens", JSON_HEADERS, '{"role":"ROLE_ADMIN"}'],
  ["POST /bv/chatroom/v1/chatrooms", JSON_HEADERS, '{"custom_counters":[{"key":"a"}]}'],
  ["GET /channels/1/chat.json", ["Prefer: code=404, example=not-found, force=true"], ""],
  ["OPTIONS /oauth2/token", ["Origin: x", "Access-Control-Request-Method: POST"], ""],
];

const TOKENS = ["%", "%ZZ", "%00", "\u0000", "\r\n", "\r\n\r\n", "&", "=", "[]", "__proto__", "é"];
const MORE = ["{", "[", '"', "null", ",", ";", "/", "..", "//", "?", "#", " ", "99999999999", "-1"];

/** One change to a text: some of it cut out, doubled, or replaced by something nasty. */
const change = fc.record({
  at: fc.nat(10_000),
  length: fc.nat(12),
  insert: fc.oneof(
    fc.constantFrom(...TOKENS, ...MORE),
    fc.string({ maxLength: 8, unit: "binary" }),
    fc.constant(null),
  ),
});

const changes = fc.array(change, { minLength: 1, maxLength: 3 });

type Changes = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

function spoil(text: string, list: Changes): string {
  return list.reduce((before, { at, length, insert }) => {
    const start = at % (before.length + 1);
    const cut = before.slice(start, start + length);
    // Null stands for what was there, twice.
    return before.slice(0, start) + (insert ?? cut + cut) + before.slice(start + length);
  }, text);
}

/** Valid traffic, spoilt in one of its parts, or as a whole (which mostly makes it no HTTP). */
const nasty = fc
  .tuple(fc.constantFrom(...TRAFFIC), fc.nat(3), changes)
  .map(([[line, headers, body], part, list]) => {
    if (part === 0) return rawRequest(spoil(line, list), headers, body);
    if (part === 1) return rawRequest(line, [...headers, spoil(headers[0] ?? "", list)], body);
    if (part === 2) return rawRequest(line, headers, spoil(body, list));
    return spoil(rawRequest(line, headers, body), list);
  });

describe("whatever is sent", () => {
  it("is answered, never with a fault of the server, and the server stays up", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (bytes) => {
        const text = await exchange(
          bytes.includes("/bv/") ? mocks.blendvision : mocks.ibmVideo,
          bytes,
        );
        // Blank lines alone are no request.
        if (bytes.trim() !== "") expect(text).not.toBe("");
        for (const { status, body } of readAnswers(text)) {
          expect(status).toBeGreaterThanOrEqual(200);
          expect(body).not.toContain("urn:roomkey:mock-servers:internal");
        }
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 300) },
    );
  });
});

describe("a form that URLSearchParams writes", () => {
  it("is read back the same", () => {
    const fields = new Map([["list[]", { list: true, scalar: "string" as const }]]);
    const text = fc.string({ unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(text), fc.dictionary(text, text), (items, others) => {
        delete others["list[]"];
        const pairs = [...items.map((item) => ["list[]", item]), ...Object.entries(others)];
        const { value, violations } = decodeForm(new URLSearchParams(pairs).toString(), fields);
        expect(violations).toEqual([]);
        const list = items.length > 0 ? { "list[]": items } : {};
        expect(Object.entries(value).sort()).toEqual(Object.entries({ ...others, ...list }).sort());
      }),
    );
  });
});
