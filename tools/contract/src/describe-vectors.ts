import { type ChatError, isChatError } from "@roomkey/http";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import {
  compareOutcome,
  compareRequest,
  mockRule,
  type Outcome,
  readVectors,
  type Vector,
} from "@roomkey/vectors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Method } from "./contract.js";
import { type RecordingProxy, startRecordingProxy } from "./recording-proxy.js";

/** A document's clients, made for the credentials of one vector. */
export interface VectorClients {
  readonly document: Vector["document"];
  readonly baseUrl: (mocks: MockServers) => string;
  /** Clients without retries that have every operation together. */
  readonly clients: (
    baseUrl: string,
    credentials: Readonly<Record<string, string>>,
  ) => readonly object[];
}

/**
 * Proves that clients send the very bytes of each golden vector of their document, and give what it
 * expects for the answer.
 */
export function describeVectors(name: string, { document, baseUrl, clients }: VectorClients): void {
  const vectors = readVectors().filter((vector) => vector.document === document);
  let mocks: MockServers;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    proxy = await startRecordingProxy(baseUrl(mocks));
  });
  afterAll(async () => {
    await proxy[Symbol.asyncDispose]();
    await mocks.stop();
  });

  describe(`${name}: golden vectors`, () => {
    it.each(vectors.map((vector) => [vector.id, vector] as const))("%s", async (_, vector) => {
      mocks.reset();
      mocks.control.addRule(mockRule(vector));
      const methods = Object.assign({}, ...clients(proxy.url, vector.credentials));
      const outcome = await callOf(methods[vector.operation], vector);
      const [sent, ...more] = proxy.take();
      if (sent === undefined) throw new Error("nothing was sent");
      expect(more).toEqual([]);
      const { method, target, headers, body } = sent;
      const seen = { method, path: target, headers, body: body.toString("utf8") };
      expect(compareRequest(vector, seen)).toEqual({ exact: true, differences: [] });
      expect(compareOutcome(vector, outcome)).toEqual([]);
      if ("error" in vector.expect) {
        const { code, status, providerCode } = vector.expect.error;
        const wanted = code === "unexpected_response" ? { code } : { code, status, providerCode };
        expect(outcome).toMatchObject({ error: wanted });
      }
    });
  });
}

/** An error without a body has null there, which is what a vector says of an empty one. */
async function callOf(method: Method, { input }: Vector): Promise<Outcome> {
  try {
    return { value: await method(input as never) };
  } catch (error) {
    if (!isChatError(error)) throw error;
    return { error: error as ChatError & { readonly body?: unknown } };
  }
}
