import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { mb, memoryPeak } from "../memory.js";
import { answer, CHUNKED, chunk, raw, repeats, sends } from "./behaviours.js";
import { hostileServer } from "./hostile-server.js";
import { ending, endingAt, GOOD } from "./support.js";

const MEGABYTE = 1_000_000;
const PIECE = " ".repeat(100_000);
const TIMES = 1_000;
const LENGTH = ["Content-Type: application/json", `Content-Length: ${TIMES * PIECE.length}`];
const GZIP = "Content-Encoding: gzip";
const BOMB = gzipSync(Buffer.alloc(100 * MEGABYTE, " "));
const DOUBLE_BOMB = gzipSync(BOMB);
/** What a call may hold: the limit of 5 MB, twice while it grows, and garbage. A body is 100 MB. */
const BOUND = 45 * MEGABYTE;

const bodies = [
  ["with a length", (status: string) => repeats(raw(status, LENGTH), PIECE, TIMES)],
  ["in chunks", (status: string) => repeats(raw(status, CHUNKED), chunk(PIECE), TIMES)],
  ["without an end", (status: string) => repeats(raw(status, []), PIECE, TIMES)],
  ["out of 100 kB of gzip", (status: string) => sends(answer(status, BOMB, GZIP))],
  [
    "out of a gzip in a gzip",
    (status: string) => sends(answer(status, DOUBLE_BOMB, `${GZIP}, gzip`)),
  ],
] as const;

describe.each([
  ["200 OK", { code: "unexpected_response", message: /is larger than 5000000 bytes/, status: 200 }],
  ["500 No", { code: "unavailable", message: /500/, status: 500 }],
] as const)("100 MB as the body of a %s", (status, { code, message, ...rest }) => {
  // The first call loads code, which is not what is measured.
  beforeAll(() => ending(sends(answer("200 OK", GOOD))));

  it.each(bodies)("%s: ends the call at the limit, and memory is held", async (name, behaviour) => {
    await using server = await hostileServer(behaviour(status));
    const [{ error }, peak] = await memoryPeak(() => endingAt(server));
    console.info(
      `100 MB ${name}, ${status}: rss +${mb(peak.rss)}, heap +${mb(peak.heap)},`,
      `array buffers +${mb(peak.arrayBuffers)}, sent ${mb(server.sentBytes)}`,
    );
    expect(error).toMatchObject({ code, ...rest, message: expect.stringMatching(message) });
    expect(peak.heap + peak.arrayBuffers).toBeLessThan(BOUND);
    // Pages that were freed stay with the process for a while.
    expect(peak.rss).toBeLessThan(2 * BOUND);
    // Sent is also what fills the buffers of the sockets; the rest was never asked for.
    expect(server.sentBytes).toBeLessThan(40 * MEGABYTE);
  });
});

describe("the limit", () => {
  it("can be set, holds to the byte, and counts what is unpacked", async () => {
    const json = GOOD.padEnd(1_000);
    const exact = { maxResponseBytes: 1_000 };
    const short = { maxResponseBytes: 999 };
    for (const behaviour of [
      sends(answer("200 OK", json)),
      sends(answer("200 OK", gzipSync(json), GZIP)),
    ]) {
      expect((await ending(behaviour, exact)).data).toEqual(JSON.parse(GOOD));
      expect((await ending(behaviour, short)).error).toMatchObject({ code: "unexpected_response" });
    }
  });

  it("is not tried again: the answer would be as large", async () => {
    const { requests } = await ending(repeats(raw("200 OK", LENGTH), PIECE, TIMES), { retry: {} });
    expect(requests).toHaveLength(1);
  });

  it("holds for a body of 200,000 chunks of one byte", async () => {
    const ones = Buffer.concat(Array.from({ length: 1_000 }, () => chunk(" ")));
    const behaviour = repeats(raw("200 OK", CHUNKED), ones, 200, `${chunk(GOOD)}0\r\n\r\n`);
    const [{ data }, peak] = await memoryPeak(() => ending(behaviour));
    console.info(`200,000 chunks: heap +${mb(peak.heap)}, buffers +${mb(peak.arrayBuffers)}`);
    expect(data).toEqual(JSON.parse(GOOD));
    expect(peak.heap + peak.arrayBuffers).toBeLessThan(BOUND);
  });
});
