import type { ChatErrorCode } from "@roomkey/http";
import { describe, expect, it } from "vitest";
import { type Contract, methodsOf } from "./contract.js";
import type { Coverage } from "./coverage.js";
import {
  type DocumentedAnswer,
  documentedAnswers,
  documentedOperations,
  documentedRequests,
  successSchemas,
} from "./documented.js";
import type { MockServersHandle } from "./mock-servers-handle.js";
import { surprises } from "./surprises.js";

/** Stands for the `default` response: a status that no document lists on its own. */
const DEFAULT_STATUS = 418;
/** Seeds of generated answers. */
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

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
 * The response direction: every documented answer is forced and comes out as designed; every answer
 * that the schema allows is taken, surprises included.
 */
export function describeAnswers(
  name: string,
  contract: Contract,
  mocks: MockServersHandle,
  coverage: Coverage,
): void {
  const { document, providerCode } = contract;
  const requests = documentedRequests(document);
  const answers = documentedAnswers(document);
  const inputOf = (operationId: string) =>
    requests.find((request) => request.operationId === operationId)?.input as never;
  const method = (operationId: string) =>
    methodsOf(contract, { baseUrl: contract.baseUrl(mocks.servers()) })(operationId);
  const prefer = (value: string) => ({ headers: { prefer: `${value}, force=true` } });
  const force = ({ status, example }: DocumentedAnswer) => {
    const code = status === "default" ? DEFAULT_STATUS : Number(status);
    return { code, options: prefer(`code=${code}, example=${example}`) };
  };
  const titled = answers.map((answer) => {
    const { operationId, status, example } = answer;
    return [`${operationId} ${status} ${example}`, answer] as const;
  });
  const succeeds = ([, { status }]: (typeof titled)[number]) => status.startsWith("2");

  describe(`${name}: documented answers`, () => {
    it.each(titled.filter(succeeds))("%s gives exactly the example", async (_, answer) => {
      const { code, options } = force(answer);
      const input = inputOf(answer.operationId);
      const result = await method(answer.operationId).result(input, options);
      expect(result).toMatchObject({ ok: true, status: code });
      expect((result as { data?: unknown }).data).toEqual(answer.value);
      expect(await method(answer.operationId)(input, options)).toEqual(answer.value);
      coverage.note(answer, "gives exactly the example");
    });

    it.each(titled.filter((one) => !succeeds(one)))(
      "%s gives the designed error",
      async (_, answer) => {
        const { code, options } = force(answer);
        const input = inputOf(answer.operationId);
        const error = {
          code: codeOf(code),
          status: code,
          operation: answer.operationId,
          body: answer.value,
          providerCode: providerCode(answer.value),
        };
        const result = await method(answer.operationId).result(input, options);
        expect(result).toMatchObject({ ok: false, status: code, error });
        await expect(method(answer.operationId)(input, options)).rejects.toMatchObject(error);
        coverage.note(answer, "gives the designed error");
      },
    );
  });

  describe(`${name}: generated answers`, () => {
    it.each(documentedOperations(document))(
      "of $operationId are taken as they come, for each of 20 seeds",
      async ({ operationId }) => {
        for (const seed of SEEDS) {
          const options = prefer(`dynamic=true, seed=${seed}`);
          const result = await method(operationId).result(inputOf(operationId), options);
          expect(result, `seed ${seed}`).toMatchObject({ ok: true, status: 200 });
        }
      },
    );
  });

  describe(`${name}: surprises`, () => {
    const schemas = successSchemas(document);
    const cases = titled
      .filter(succeeds)
      .flatMap(([title, { operationId, value }]) =>
        surprises(document, schemas[operationId] ?? {}, value).map(
          (surprise) => [`${title}: ${surprise.what}`, operationId, surprise] as const,
        ),
      );

    it.each(cases)("%s is taken as it comes", async (_, operationId, surprise) => {
      const fetch = async () => Response.json(surprise.value);
      const call = methodsOf(contract, { baseUrl: "http://127.0.0.1", fetch })(operationId);
      expect(await call(inputOf(operationId))).toEqual(surprise.value);
    });
  });
}
