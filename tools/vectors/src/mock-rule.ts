import type { Vector } from "./vector.js";

/** The rule that makes the mock servers answer the next call of the operation as the vector says. */
export function mockRule({ operation, answer }: Vector) {
  const { status, example, headers, body, cut } = answer;
  return {
    match: { operationId: operation },
    answer: {
      status,
      // A documented answer comes out of the mock server's own document.
      ...(example === undefined ? { text: body, headers } : { example }),
      ...(cut && { fault: "truncate" as const }),
    },
  };
}
