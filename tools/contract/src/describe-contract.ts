import type { CallOptions, ChatErrorCode } from "@roomkey/http";
import { type MockServers, startMockServers } from "@roomkey/mock-servers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type BundledDocument,
  type DocumentedAnswer,
  documentedAnswers,
  documentedRequests,
  operationIds,
} from "./documented.js";

type Method = ((input: never, options?: CallOptions) => Promise<unknown>) & {
  result(input: never, options?: CallOptions): Promise<{ readonly status: number | null }>;
};

/** What a contract is between: a document and the clients that speak it. */
export interface Contract {
  readonly document: BundledDocument;
  /** The clients of the document, pointed at the mock servers. Together they have every operation. */
  readonly clients: (mocks: MockServers) => readonly object[];
  /** What the provider calls an error with this body: the `providerCode` of the error. */
  readonly providerCode: (body: unknown) => string | null;
}

/** Stands for the `default` response: a status that no document lists on its own. */
const DEFAULT_STATUS = 418;

const CODES: Readonly<Record<number, ChatErrorCode>> = {
  401: "unauthenticated",
  402: "payment_required",
  403: "permission_denied",
  404: "not_found",
  429: "rate_limited",
};

function codeOf(status: number): ChatErrorCode {
  return CODES[status] ?? (status >= 500 ? "unavailable" : "invalid_request");
}

/**
 * Proves that a document, its clients and its mock server agree: every documented answer is forced
 * and must come out as designed, every documented request is sent and must be found valid.
 */
export function describeContract(name: string, contract: Contract): void {
  const { document, providerCode } = contract;
  let mocks: MockServers;
  let methods: Readonly<Record<string, Method>>;

  beforeAll(async () => {
    mocks = await startMockServers({ ibmVideoPort: 0, blendvisionPort: 0 });
    methods = Object.assign({}, ...contract.clients(mocks));
  });
  afterAll(() => mocks.stop());

  const requests = documentedRequests(document);
  const call = (operationId: string) => {
    const method = methods[operationId];
    const input = requests.find((request) => request.operationId === operationId)?.input;
    if (method === undefined) throw new Error(`no client has the operation ${operationId}`);
    return { method, input: input as never };
  };
  const force = ({ status, example }: DocumentedAnswer) => {
    const code = status === "default" ? DEFAULT_STATUS : Number(status);
    return {
      code,
      options: { headers: { prefer: `code=${code}, example=${example}, force=true` } },
    };
  };
  const titled = documentedAnswers(document).map((answer) => {
    const { operationId, status, example } = answer;
    return [`${operationId} ${status} ${example}`, answer] as const;
  });

  describe(`${name}: documented answers`, () => {
    it.each(titled.filter(([, { status }]) => status.startsWith("2")))("%s", async (_, answer) => {
      const { method, input } = call(answer.operationId);
      const { code, options } = force(answer);
      const result = await method.result(input, options);
      expect(result).toMatchObject({ ok: true, status: code });
      expect((result as { data?: unknown }).data).toEqual(answer.value);
      await expect(method(input, options)).resolves.toEqual(answer.value);
    });

    it.each(titled.filter(([, { status }]) => !status.startsWith("2")))("%s", async (_, answer) => {
      const { method, input } = call(answer.operationId);
      const { code, options } = force(answer);
      const error = {
        code: codeOf(code),
        status: code,
        operation: answer.operationId,
        body: answer.value,
        providerCode: providerCode(answer.value),
      };
      await expect(method.result(input, options)).resolves.toMatchObject({
        ok: false,
        status: code,
        error,
      });
      await expect(method(input, options)).rejects.toMatchObject(error);
    });
  });

  describe(`${name}: documented requests`, () => {
    it.each(requests.map((request) => [`${request.operationId} ${request.example}`, request]))(
      "%s",
      async (_, { operationId, input }) => {
        const { method } = call(operationId as string);
        const before = mocks.requests().length;
        await method(input as never);
        expect(mocks.requests().slice(before)).toMatchObject([{ operationId, violations: [] }]);
      },
    );

    it("cover every operation, and a client has each", () => {
      const ids = [...operationIds(document)].sort();
      expect([...new Set(requests.map(({ operationId }) => operationId))].sort()).toEqual(ids);
      expect(Object.keys(methods).sort()).toEqual(ids);
    });
  });
}
