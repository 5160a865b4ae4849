import { compareRequest, mockRule, readVectors, type Vector } from "@roomkey/vectors";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type MockServers, startMockServers } from "../src/index.js";
import { exchange } from "./support/raw.js";

let mocks: MockServers;
beforeAll(async () => {
  mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
});
beforeEach(() => mocks.reset());
afterAll(() => mocks.stop());

const titled = readVectors().map((vector) => [vector.id, vector] as const);

/** The bytes of a vector's request, as a client without manners of its own sends them. */
function bytesOf({ request }: Vector): string {
  const { method, path, headers, body = "" } = request;
  const length = { host: "mock", "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries({ ...length, ...headers }).map(([name, value]) => [name, value]);
  const head = [`${method} ${path} HTTP/1.1`, ...lines.map((line) => line.join(": "))];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

async function send(vector: Vector) {
  const base = vector.document === "ibm-video-chat" ? mocks.ibmVideo : mocks.blendvision;
  const text = await exchange(base, bytesOf(vector));
  const end = text.indexOf("\r\n\r\n");
  const [status = "", ...headers] = text.slice(0, end).split("\r\n");
  return {
    status: Number(status.split(" ")[1]),
    headers: Object.fromEntries(headers.map((line) => line.split(": ", 2))) as object,
    body: text.slice(end + 4),
  };
}

describe("golden vectors over a socket", () => {
  it.each(titled)("%s: the request breaks no rule and arrives as it is", async (_, vector) => {
    expect((await send(vector)).status).toBe(200);
    const [entry, ...more] = mocks.requests();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ operationId: vector.operation, violations: [] });
    // Secret headers are masked in the journal.
    const headers = { ...entry?.headers, ...vector.request.headers };
    const seen = { ...(entry as NonNullable<typeof entry>), headers };
    expect(compareRequest(vector, seen)).toEqual({ exact: true, differences: [] });
  });

  it.each(titled)("%s: the answer comes as the vector has it", async (_, vector) => {
    mocks.control.addRule(mockRule(vector));
    const { status, headers, body } = await send(vector);
    const { cut } = vector.answer;
    expect(status).toBe(vector.answer.status);
    expect(headers).toMatchObject({
      ...vector.answer.headers,
      "content-length": String(Buffer.byteLength(vector.answer.body)),
    });
    expect(body).toBe(cut ? vector.answer.body.slice(0, body.length) : vector.answer.body);
    expect(body.length < vector.answer.body.length).toBe(cut === true);
  });
});
