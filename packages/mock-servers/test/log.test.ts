import { describe, expect, it } from "vitest";
import { batchLines } from "../src/batch-lines.js";
import type { JournalEntry } from "../src/index.js";
import { jsonLog, prettyLog } from "../src/log.js";

const ENTRY: JournalEntry = {
  id: 1,
  provider: "ibm-video",
  operationId: "initializeGroupChat",
  method: "POST",
  path: "/channels/1/chat/groups.json?access_token=s3cret",
  headers: { authorization: "Bearer ***" },
  body: "chat_token=s3cret",
  credential: "bearer",
  status: 400,
  violations: ["Request body must have required property 'participant_ids[]'"],
  forced: false,
  rule: null,
  fault: null,
  at: new Date("2030-01-02T03:04:05.006Z"),
  durationMs: 1.234,
  response: { headers: {}, body: "" },
};

/** The lines that a log writes about one entry. */
function lines(make: (write: (line: string) => void) => (entry: JournalEntry) => void): string[] {
  const written: string[] = [];
  make((line) => written.push(line))(ENTRY);
  return written;
}

describe("the log", () => {
  it("is one line for a request, with the rules it broke and without secrets", () => {
    const [line, ...more] = lines(prettyLog);
    expect(more).toEqual([]);
    expect(line).toMatch(/^\d\d:\d\d:05\.006 {2}/);
    expect(line?.slice(14)).toBe(
      "ibm-video    400  POST  /channels/1/chat/groups.json?access_token=***  " +
        "initializeGroupChat  1.2 ms  | Request body must have required property 'participant_ids[]'",
    );
  });

  it("colours the status where colours are wanted", () => {
    const [line] = lines((write) => prettyLog(write, { colours: true }));
    expect(line).toContain("\u001b[33m400\u001b[39m");
  });

  it("is one JSON object on a line for programs", () => {
    const [line = "", ...more] = lines(jsonLog);
    expect(more).toEqual([]);
    expect(JSON.parse(line)).toEqual({
      event: "request",
      at: "2030-01-02T03:04:05.006Z",
      provider: "ibm-video",
      operationId: "initializeGroupChat",
      method: "POST",
      path: "/channels/1/chat/groups.json?access_token=***",
      status: 400,
      forced: false,
      rule: null,
      fault: null,
      violations: ["Request body must have required property 'participant_ids[]'"],
      durationMs: 1.2,
    });
  });
});

describe("a request that led to neither provider", () => {
  it("is in the log all the same", () => {
    const written: string[] = [];
    prettyLog((line) => written.push(line))({ ...ENTRY, provider: null, operationId: null });
    expect(written[0]).toContain("(neither)");
    expect(written[0]).toContain("(no operation)");
  });
});

describe("lines of one moment", () => {
  it("are written together, in their order, and later ones after them", async () => {
    const written: string[] = [];
    const write = batchLines((lines) => written.push(lines));
    write("a");
    write("b");
    expect(written).toEqual([]);
    await new Promise(setImmediate);
    write("c");
    await new Promise(setImmediate);
    expect(written).toEqual(["a\nb", "c"]);
  });
});
