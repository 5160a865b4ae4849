import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { answer, CHUNKED, chunk, raw, sends, sendsAndEnds, sendsAndResets } from "./behaviours.js";
import { hostileServer } from "./hostile-server.js";
import { ending, endingAt, GOOD } from "./support.js";

const GZIP = "Content-Encoding: gzip";
const length = (bytes: number) => ["Content-Type: application/json", `Content-Length: ${bytes}`];
const notUtf8 = Buffer.from('{"room":{"id":"\xff\xfe"}}', "latin1");
const evil = answer("200 OK", JSON.stringify({ room: { id: "smuggled" } }));

describe("a 200 that breaks off is an UnexpectedResponseError with its cause:", () => {
  it.each([
    ["reset after the headers", sendsAndResets(raw("200 OK", length(40)))],
    ["reset in a body with a length", sendsAndResets(raw("200 OK", length(40), '{"room"'))],
    ["reset between chunks", sendsAndResets(raw("200 OK", CHUNKED, chunk('{"room"')))],
    ["ended before its length", sendsAndEnds(raw("200 OK", length(40), GOOD))],
    ["ended without the last chunk", sendsAndEnds(raw("200 OK", CHUNKED, chunk(GOOD)))],
    ["ended inside a chunk", sendsAndEnds(raw("200 OK", CHUNKED, "ff\r\n{"))],
    ["garbage for a chunk size", sends(raw("200 OK", CHUNKED, `zz\r\n${GOOD}`))],
    ["a chunk of 2^72 bytes", sends(raw("200 OK", CHUNKED, `${"f".repeat(18)}\r\n${GOOD}`))],
    ["a chunk longer than its size", sends(raw("200 OK", CHUNKED, `2\r\n${GOOD}\r\n0\r\n\r\n`))],
    ["gzip that is no gzip", sends(answer("200 OK", GOOD, GZIP))],
  ])("%s", async (_, behaviour) => {
    const { error, requests } = await ending(behaviour);
    expect(error).toMatchObject({
      name: "UnexpectedResponseError",
      code: "unexpected_response",
      status: 200,
      message: expect.stringMatching(/broke off after \d+ bytes/),
      cause: expect.any(Error),
    });
    expect(requests).toHaveLength(1);
  });
});

describe("a 2xx that is complete, but not what it should be, is an UnexpectedResponseError:", () => {
  it.each([
    ["a body longer than its length", sends(raw("200 OK", length(10), GOOD)), "no JSON object"],
    ["bytes that are not UTF-8", sends(answer("200 OK", notUtf8)), "the body is not UTF-8"],
    [
      "half of a gzip",
      sends(answer("200 OK", gzipSync(GOOD).subarray(0, 20), GZIP)),
      /no JSON object|broke off/,
    ],
    ["an empty gzip", sends(answer("200 OK", "", GZIP)), "(0 bytes) is no JSON"],
    ["a 200 that ends at once", sendsAndEnds(raw("200 OK", [])), "(0 bytes) is no JSON"],
    ["a 204 with a body", sends(raw("204 No Content", length(20), GOOD)), "(0 bytes) is no JSON"],
    ["100,000 brackets", sends(answer("200 OK", brackets(100_000))), "room"],
    ["a redirect to nowhere", sends(answer("302 Found", GOOD)), "status 302"],
    ["a 304 that nobody asked for", sends(raw("304 Not Modified", [])), "status 304"],
  ])("%s", async (_, behaviour, message) => {
    const { error } = await ending(behaviour);
    expect(error?.name).toBe("UnexpectedResponseError");
    expect(error?.message).toMatch(message);
  });
});

describe("an error status keeps its class, whatever its body is:", () => {
  it.each([
    ["reset", sendsAndResets(raw("503 Down", length(40), "{")), "unavailable"],
    ["truncated", sendsAndEnds(raw("404 Not Found", length(40), "{")), "not_found"],
    ["chunked garbage", sends(raw("402 Pay", CHUNKED, "zz\r\n{")), "payment_required"],
    ["gzip that is no gzip", sends(answer("403 No", "{}", GZIP)), "permission_denied"],
    ["not UTF-8", sends(answer("429 Slow", notUtf8)), "rate_limited"],
    ["100,000 brackets", sends(answer("500 No", brackets(100_000))), "unavailable"],
    ["nested 50,000 deep", sends(answer("500 No", '{"a":'.repeat(50_000))), "unavailable"],
    ["absent", sendsAndEnds(raw("400 Bad", [])), "invalid_request"],
    ["absent, with a status of its own making", sends(raw("999 Hm", length(0))), "unavailable"],
  ])("%s", async (_, behaviour, code) => {
    const { error } = await ending(behaviour);
    expect(error).toMatchObject({ code, status: expect.any(Number) });
    expect(() => JSON.stringify(error)).not.toThrow();
  });

  // A pattern that tries each start of a long word anew would take minutes for these.
  it.each([
    ["letters", "a"],
    ["beginnings of a JSON Web Token", "eyJ-"],
    ["names", "token"],
    ["quotes", '"'],
    ["backslashes and quotes", '\\"'],
    ["names with quotes", '"token" '],
    ["spaces after a name", "token                    "],
    ["open brackets of names", "token["],
    ["words before a credential", "Bearer "],
    ["equals signs", "token="],
    ["percent signs", "token%25"],
    ["addresses", "https://a:"],
    ["lines", "a:\n"],
    ["tags", "<token>"],
  ])("and 500 kB of nothing but %s are masked in no time", async (_, piece) => {
    const body = piece.repeat(500_000 / piece.length);
    const { error, tookMs } = await ending(sends(answer("500 No", body)));
    expect(error).toMatchObject({ code: "unavailable", status: 500 });
    expect(tookMs).toBeLessThan(3_000);
  });
});

describe("bytes after the end of an answer", () => {
  it("do not reach the next call", async () => {
    await using server = await hostileServer(
      sends(answer("200 OK", GOOD), evil),
      sends(answer("200 OK", GOOD)),
    );
    for (let call = 1; call <= 3; call += 1) {
      expect((await endingAt(server)).data).toEqual(JSON.parse(GOOD));
    }
  });

  it("do not either where the status allows no body", async () => {
    await using server = await hostileServer(
      sends(raw("204 No Content", [], evil)),
      sends(answer("200 OK", GOOD)),
    );
    expect((await endingAt(server)).error).toMatchObject({ status: 204 });
    expect((await endingAt(server)).data).toEqual(JSON.parse(GOOD));
  });
});

/** Valid JSON, nested so deep. */
function brackets(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}
