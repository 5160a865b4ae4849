import { ChatError } from "@roomkey/http";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { arbitraryOf } from "./arbitrary.js";
import { brokenInputs } from "./broken-inputs.js";
import { type Contract, methodsOf } from "./contract.js";
import { decodeBody, decodePath } from "./decode.js";
import { documentedOperations } from "./documented.js";
import type { MockServersHandle } from "./mock-servers-handle.js";
import { type RecordingProxy, startRecordingProxy } from "./recording-proxy.js";
import { resolveSchema } from "./schema.js";

/** Inputs for each operation, from fixed seeds, so that a failure can be repeated. */
const RUNS = { numRuns: 60, seed: 20_260_101 };

/**
 * The request direction: whatever the document allows arrives as it was given and breaks no rule;
 * what it does not allow is refused, by the client before it is sent or by the server as documented.
 */
export function describeRequests(name: string, contract: Contract, mocks: MockServersHandle): void {
  const { document } = contract;
  const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(
    document,
    "document",
  );
  let proxy: RecordingProxy;

  beforeAll(async () => {
    proxy = await startRecordingProxy(contract.baseUrl(mocks.servers()));
  });
  afterAll(() => proxy[Symbol.asyncDispose]());

  describe.each(documentedOperations(document))(
    `${name}: requests of $operationId`,
    (operation) => {
      const { operationId, path, pathSchemas, body } = operation;
      const call = () => methodsOf(contract, { baseUrl: proxy.url })(operationId);
      const segments = Object.entries(pathSchemas).map(
        ([parameter, schema]) =>
          [parameter, arbitraryOf(document, schema).filter(isSegment)] as const,
      );
      const input = fc.record({
        ...(segments.length > 0 && { path: fc.record(Object.fromEntries(segments)) }),
        ...(body !== null && { body: arbitraryOf(document, body.schema) }),
      });

      it("arrive as they were given, and break no rule", async () => {
        const validate =
          body === null ? null : ajv.compile({ $ref: `document${body.schema.$ref}` });
        await fc.assert(
          fc.asyncProperty(input, async (given) => {
            proxy.take();
            mocks.servers().reset();
            await call()(given as never);
            const [sent, ...more] = proxy.take();
            if (sent === undefined) throw new Error("nothing was sent");
            expect(more).toEqual([]);
            expect(mocks.servers().requests()).toMatchObject([{ operationId, violations: [] }]);
            expect(decodePath(path, sent.target)).toEqual(given.path ?? {});
            if (body === null || validate === null) return;
            const decoded = decodeBody(sent, resolveSchema(document, body.schema));
            expect(decoded).toEqual(given.body);
            expect([validate(decoded), validate.errors]).toEqual([true, null]);
            expect(sent.headers["content-type"]).toBe(body.mediaType);
          }),
          RUNS,
        );
      });

      it.each(brokenInputs(document, operation).map((broken) => [broken.what, broken]))(
        "are refused with %s",
        async (_, broken) => {
          proxy.take();
          const error: unknown = await call()(broken.input as never).catch(
            (thrown: unknown) => thrown,
          );
          expect(error).toBeInstanceOf(ChatError);
          const sent = proxy.take();
          if (broken.refusedBy === "client") {
            expect(error).toMatchObject({ code: "configuration", argument: broken.argument });
            expect(sent).toEqual([]);
            return;
          }
          expect(error).toMatchObject({ code: "invalid_request", status: 400 });
          expect(operation.statuses).toContain("400");
          expect(mocks.servers().requests().at(-1)?.violations).not.toEqual([]);
        },
      );

      if (!operation.needsCredential) return;

      it("are refused without a credential, before they are sent", async () => {
        proxy.take();
        const bare = methodsOf(contract, { baseUrl: proxy.url, credential: "" })(operationId);
        const [given] = fc.sample(input, { numRuns: 1, seed: RUNS.seed });
        await expect(bare(given as never)).rejects.toMatchObject({ code: "configuration" });
        expect(proxy.take()).toEqual([]);
      });

      it("are answered with 401 when the credential gets lost", async () => {
        const lossy: typeof fetch = (url, init) => {
          const headers = new Headers(init?.headers);
          headers.delete("authorization");
          return fetch(url, { ...init, headers });
        };
        const method = methodsOf(contract, { baseUrl: proxy.url, fetch: lossy })(operationId);
        const [given] = fc.sample(input, { numRuns: 1, seed: RUNS.seed });
        const status = operation.statuses.includes("401") ? 401 : 400;
        await expect(method(given as never)).rejects.toMatchObject({ status });
      });
    },
  );
}

/** What a client sends as one segment of a path. */
function isSegment(value: unknown): boolean {
  return typeof value === "string" && value !== "." && value !== ".." && !/[/\\]/.test(value);
}
